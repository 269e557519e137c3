package ownership

import "fmt"

// Severity means "show the user", not "illegal".
type Severity uint8

const (
	// Hint: worth a look.
	Hint Severity = iota
	// Info: unusual and allowed.
	Info
	// Warning: likely a mistake.
	Warning
	// Error: breaks a rule of the SEC's or contradicts itself.
	Error
)

var severityNames = [...]string{"hint", "info", "warning", "error"}

func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// MarshalText writes the severity's name.
func (s Severity) MarshalText() ([]byte, error) {
	return marshalName(severityNames[:], int(s), "severity")
}

// UnmarshalText reads a severity's name.
func (s *Severity) UnmarshalText(b []byte) error {
	i, err := unmarshalName(severityNames[:], b, "severity")
	*s = Severity(i)
	return err
}

// Finding is something that a reader of the filing should know.
type Finding struct {
	Rule     Rule     `json:"rule"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`            // a sentence a person can act on
	Paths    []string `json:"paths,omitempty"`    // the cells it is about
	At       []Span   `json:"at,omitempty"`       // the place, where no cell holds it
	Evidence []string `json:"evidence,omitempty"` // other cells, or words, that support it
}
