// The rules in CEL by cel-go: one program for each set, whose value is a map.
package main

import (
	"reflect"

	"birthcase.example/peers/turns"
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"
)

func environment(family map[string]any) *cel.Env {
	options := []cel.EnvOption{ext.Bindings()}
	for name, value := range family {
		kind := cel.StringType
		switch value.(type) {
		case bool:
			kind = cel.BoolType
		case int64:
			kind = cel.IntType
		}
		options = append(options, cel.Variable(name, kind))
	}
	return turns.Must(cel.NewEnv(options...))
}

func way(env *cel.Env, set string, facts []cel.Activation) turns.Way {
	checked, issues := env.Compile(turns.File(set + ".cel"))
	turns.Must(0, issues.Err())
	program := turns.Must(env.Program(checked, cel.EvalOptions(cel.OptOptimize)))
	run := func(family int) any {
		value, _, err := program.Eval(facts[family])
		return turns.Must(value, err)
	}
	answers := func(family int) map[string]any {
		native := turns.Must(run(family).(ref.Val).ConvertToNative(reflect.TypeOf(map[string]any{})))
		return native.(map[string]any)
	}
	return turns.Way{Set: set, Does: "one program, its value a map", Run: run, Answers: answers}
}

func main() {
	families := turns.Families()
	env := environment(families[0])
	facts := make([]cel.Activation, len(families))
	for place, family := range families {
		facts[place] = turns.Must(cel.NewActivation(family))
	}
	ways := []turns.Way{way(env, "conditions", facts), way(env, "expressions", facts)}
	turns.Serve(turns.Version("cel.dev/cel-go"), ways, len(families))
}
