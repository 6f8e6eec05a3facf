// The rules in Rego by the Open Policy Agent as a library: one prepared query for each set.
package main

import (
	"context"

	"birthcase.example/peers/turns"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

func way(set string, facts []ast.Value) turns.Way {
	background := context.Background()
	module := rego.Module("birth.rego", turns.File("birth.rego"))
	query := turns.Must(rego.New(rego.Query("answers = data.birth."+set), module).PrepareForEval(background))
	run := func(family int) any {
		return turns.Must(query.Eval(background, rego.EvalParsedInput(facts[family])))
	}
	answers := func(family int) map[string]any {
		return run(family).(rego.ResultSet)[0].Bindings["answers"].(map[string]any)
	}
	return turns.Way{Set: set, Does: "one prepared query, facts parsed", Run: run, Answers: answers}
}

func main() {
	families := turns.Families()
	facts := make([]ast.Value, len(families))
	for place, family := range families {
		facts[place] = turns.Must(ast.InterfaceToValue(family))
	}
	ways := []turns.Way{way("conditions", facts), way("expressions", facts)}
	turns.Serve(turns.Version("github.com/open-policy-agent/opa"), ways, len(families))
}
