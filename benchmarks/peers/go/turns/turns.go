// Package turns lets an engine answer and be timed when the comparison says so; engine.py has the lines.
package turns

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"
)

// Way is one thing that is measured, for a family by its place.
type Way struct {
	Set     string                          `json:"set"`
	Does    string                          `json:"does"`
	Run     func(family int) any            `json:"-"`
	Answers func(family int) map[string]any `json:"-"`
}

var kept any

// Must stops where something that has to work does not.
func Must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

// File is the text of a file in the folder that the comparison names.
func File(name string) string {
	return string(Must(os.ReadFile(filepath.Join(os.Args[1], name))))
}

// Families are the facts of all families; whole numbers are int64.
func Families() []map[string]any {
	var families []map[string]any
	if err := json.Unmarshal([]byte(File("families.json")), &families); err != nil {
		Must(0, err)
	}
	for _, family := range families {
		for name, value := range family {
			if number, is := value.(float64); is {
				family[name] = int64(number)
			}
		}
	}
	return families
}

// Version is that of a module that this program was built with.
func Version(module string) string {
	built, _ := debug.ReadBuildInfo()
	for _, needed := range built.Deps {
		if needed.Path == module {
			return needed.Version
		}
	}
	return ""
}

// The whole process's, with what the collector takes.
func processor() time.Duration {
	var used syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func timed(way Way, families int, seconds float64) float64 {
	start, passes := processor(), 0
	for processor()-start < time.Duration(seconds*1e9) {
		for family := range families {
			kept = way.Run(family)
		}
		passes++
	}
	return float64(processor()-start) / float64(passes*families)
}

// Serve answers the lines of the comparison until there are none.
func Serve(version string, ways []Way, families int) {
	say := func(value any) { fmt.Println(string(Must(json.Marshal(value)))) }
	say(map[string]any{"version": version, "ways": ways})
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var what string
		var way int
		var seconds float64
		fmt.Sscan(lines.Text(), &what, &way, &seconds)
		if what == "time" {
			say(timed(ways[way], families, seconds))
			continue
		}
		answers := make([]map[string]any, families)
		for family := range answers {
			answers[family] = ways[way].Answers(family)
		}
		say(answers)
	}
}
