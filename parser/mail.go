package parser

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"filingview/parser/internal/mail"
	"filingview/parser/internal/refusal"
	"filingview/parser/ownership"
)

// Mail is an e-mail with a filing in it or attached to it, or a page that a browser saved
// as a single file (MHTML). Its parts are read by the formats given.
func Mail(formats ...Format) Format {
	return Format{Name: "mail", Match: IsMail, Read: func(d *Document) iter.Seq2[*ownership.Filing, error] {
		return func(yield func(*ownership.Filing, error) bool) {
			m := message{name: d.Source.Name, opener: Opener{Formats: formats, Handling: Handled()}, chosen: map[int]bool{}, yield: yield}
			m.read(d.text())
		}
	}}
}

// IsMail reports whether a document begins as an e-mail does.
func IsMail(d *Document) bool { return mail.Is(d.text()) }

// message reads the parts of one message.
type message struct {
	name    string // of the file
	opener  Opener
	chosen  map[int]bool // the choices of which one part gave a filing
	given   int
	stopped bool
	yield   func(*ownership.Filing, error) bool
	refused []error // what parts without a filing are
}

func (m *message) give(f *ownership.Filing, err error) {
	if !m.stopped {
		m.given++
		m.stopped = !m.yield(f, err)
	}
}

func (m *message) read(text string) {
	parts, err := mail.Parts(text)
	for i := range parts {
		if p := &parts[i]; !m.stopped && !isDressing(p) && !m.chosen[p.Choice] {
			m.part(p, i)
		}
	}
	if err != nil {
		reason := "This e-mail, or page saved as a single file, is damaged: " + err.Error() + "."
		if errors.Is(err, mail.ErrCut) {
			reason = "This e-mail, or page saved as a single file, is cut off: its last part has no end, and is not read."
		}
		m.give(nil, &refusal.Error{Format: "an e-mail", Kind: refusal.ErrDamaged, Reason: reason, Advice: "Save it again and compare the size."})
	}
	for _, err := range m.refused {
		m.give(nil, err)
	}
	if m.given == 0 {
		m.give(nil, &refusal.Error{Format: "an e-mail", Kind: refusal.ErrForm, Reason: "This is an e-mail, or a page saved as a single file, with nothing in it that can be read.",
			Advice: "Open the filing itself."})
	}
}

// part reads one part. What the text of an e-mail is counts only if nothing else is read.
func (m *message) part(p *mail.Part, n int) {
	name := p.Name
	if name == "" {
		name = fmt.Sprintf("part %d", n+1)
	}
	found := false
	var refused []error
	for f, err := range m.opener.Open(m.name+"/"+name, p.Data) {
		switch {
		case err == nil:
			found = true
			m.give(f, nil)
		case errors.Is(err, ErrDamaged) || errors.Is(err, ErrBound) || p.Attached:
			m.give(nil, err)
		default:
			refused = append(refused, err)
		}
		if m.stopped {
			return
		}
	}
	if found && p.Choice > 0 {
		m.chosen[p.Choice] = true
	}
	if found {
		m.refused = nil
	} else if m.given == 0 && !m.chosen[p.Choice] {
		m.refused = refused // of the last one
	}
}

// isDressing knows what a page or a message is dressed with: pictures, styles, fonts.
func isDressing(p *mail.Part) bool {
	for _, kind := range [...]string{"image/", "font/", "text/css", "audio/", "video/", "text/javascript", "application/javascript", "application/x-javascript"} {
		if strings.HasPrefix(p.Type, kind) && !p.Attached {
			return true
		}
	}
	return false
}
