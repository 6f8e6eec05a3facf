module birthcase.example/peers

go 1.26.0

require (
	cel.dev/cel-go v0.33.2
	github.com/open-policy-agent/opa v1.22.3
)
