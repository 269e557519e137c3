package formreader

import (
	"filingview/parser/internal/form"
	"filingview/parser/internal/relationship"
	"filingview/parser/ownership"
)

// readJoint compares box 6, "Form filed by One Reporting Person" or "by More than One
// Reporting Person", with the owners that the form names (Form 4 General Instruction
// 4(b)(v)).
func (r *tickReader) readJoint() {
	one, more := r.readJointTicks()
	owners := len(r.f.Owners)
	switch {
	case one == form.TickSet && more != form.TickSet && owners > 1:
		r.f.Findings = append(r.f.Findings, ownership.RuleJointBoxMismatch.Finding("The box of joint filers says that one person files this form, but it names several.", "owners[1].name"))
	case more == form.TickSet && one != form.TickSet && owners == 1:
		r.f.Findings = append(r.f.Findings, ownership.RuleJointBoxMismatch.Finding("The box of joint filers says that more than one person files this form, but it names only one.", "owners[0].name"))
	}
}

// readJointTicks reads the two marks, each before its sentence.
func (r *tickReader) readJointTicks() (one, more form.Tick) {
	pending := form.TickUnknown
	words := relationship.Unglue(r.boxes.words(form.BoxJoint))
	for i := range words {
		if t := form.ReadTick(words[i].Text); t != form.TickUnknown {
			pending = t
			continue
		}
		switch form.FilersOf(form.Folded(words[i:min(len(words), i+4)])) {
		case form.FilersOne:
			one, pending = pending, form.TickUnknown
		case form.FilersMore:
			more, pending = pending, form.TickUnknown
		default:
			if !form.BeginsFilers(words[i].Text) {
				pending = form.TickUnknown
			}
		}
	}
	return one, more
}
