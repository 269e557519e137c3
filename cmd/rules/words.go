package main

import (
	_ "embed"
	"fmt"
	"strings"

	"filingview/parser/ownership"
)

//go:embed words.txt
var wordList string

// readWords returns what each rule says, by its name. It is an error if words have no
// rule, or a rule has none below its name.
func readWords(list string) (map[string]string, error) {
	words := map[string]string{}
	for _, block := range strings.Split(strings.TrimSpace(list), "\n\n") {
		if strings.HasPrefix(block, "#") {
			continue
		}
		name, says, ok := strings.Cut(block, "\n")
		if !ok || strings.TrimSpace(says) == "" {
			return nil, fmt.Errorf("cmd/rules/words.txt: %q has no words", name)
		}
		if _, ok := ownership.RuleNamed(name); !ok {
			return nil, fmt.Errorf("cmd/rules/words.txt: no rule has the name %q", name)
		}
		if _, ok := words[name]; ok {
			return nil, fmt.Errorf("cmd/rules/words.txt: %s is there twice", name)
		}
		words[name] = strings.Join(strings.Fields(says), " ")
	}
	return words, nil
}
