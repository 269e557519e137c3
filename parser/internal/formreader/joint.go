package formreader

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/ownership"
)

// readJoint compares box 6, "Form filed by One Reporting Person" or "by More than One
// Reporting Person", with the owners that the form names (Form 4 General Instruction
// 4(b)(v)).
func (r *reader) readJoint() {
	one, more := readJointTicks(r)
	owners := len(r.f.Owners)
	switch {
	case one == tickSet && more != tickSet && owners > 1:
		r.find(ownership.RuleJointBoxMismatch, "Box 6 says that one person files this form, but it names several.", "owners[1].name")
	case more == tickSet && one != tickSet && owners == 1:
		r.find(ownership.RuleJointBoxMismatch, "Box 6 says that more than one person files this form, but it names only one.", "owners[0].name")
	}
}

// readJointTicks reads the two marks, each before its sentence.
func readJointTicks(r *reader) (one, more ticked) {
	pending := tickUnknown
	words := unglue(r.boxes.words(form.BoxJoint))
	for i := range words {
		if t := readTick(words[i].Text); t != tickUnknown {
			pending = t
			continue
		}
		switch text := form.Folded(words[i:min(len(words), i+4)]); {
		case form.HasPrefix(text, "by", "one"):
			one, pending = pending, tickUnknown
		case form.HasPrefix(text, "by", "more"):
			more, pending = pending, tickUnknown
		case !strings.EqualFold(words[i].Text, "form") && !strings.EqualFold(words[i].Text, "filed"):
			pending = tickUnknown
		}
	}
	return one, more
}
