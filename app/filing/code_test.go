package filing

import (
	"testing"

	"filingview/parser/ownership"
)

// TestCodeWords: each code of the forms has a word of its own.
func TestCodeWords(t *testing.T) {
	seen := map[string]bool{}
	for c := 'A'; c <= 'Z'; c++ {
		word := codeWord(string(c))
		if _, ok := ownership.CodeMeaning(string(c)); ok != (word != codeWord("")) {
			t.Errorf("code %c is %q", c, word)
		} else if ok && seen[word] {
			t.Errorf("two codes are %q", word)
		}
		seen[word] = true
	}
}
