package plaintext

import (
	"strings"

	"filingview/parser/internal/sheet"
)

// What shows that a page cut a line off before it was copied: it is running text of so many
// words and columns that the next line does not go on with, and about as long as the
// longest; letters of print are not equally wide.
const (
	runningWords   = 12
	runningColumns = 100
	ofLongest      = 0.75
)

// edges marks the last words of lines that run to the edge of the paper: a page sets long
// explanations on one line, and its print ends where the paper does.
func edges(lines [][]sheet.Word) {
	longest := float32(0)
	for _, l := range lines {
		if isRunning(l) {
			longest = max(longest, l[len(l)-1].Box.X1)
		}
	}
	for i, l := range lines {
		if !isRunning(l) || l[len(l)-1].Box.X1 < max(runningColumns, ofLongest*longest) {
			continue
		}
		begins := i == 0 || len(lines[i-1]) == 0 || isLabelled(l) || len(lines[i-1]) == 1 && isLabelled(lines[i-1])
		ends := i+1 == len(lines) || len(lines[i+1]) == 0 || isLabelled(lines[i+1])
		if begins && ends {
			l[len(l)-1].Edge = true
		}
	}
}

// isRunning reports whether a line is running text, of which a label may stand apart.
func isRunning(l []sheet.Word) bool {
	if len(l) < runningWords {
		return false
	}
	for k := 2; k < len(l); k++ {
		if l[k].Box.X0-l[k-1].Box.X1 > 2 {
			return false
		}
	}
	return true
}

// isLabelled reports whether a line begins with a label, "(1)" or "Remarks:".
func isLabelled(l []sheet.Word) bool {
	s := l[0].Text
	return len(s) > 2 && s[0] == '(' && s[1] >= '0' && s[1] <= '9' || strings.HasSuffix(s, ":")
}
