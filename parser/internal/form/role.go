package form

import "strings"

// Role is one of the four relationships that box "Relationship of Reporting Person(s) to
// Issuer" and the table of owners list.
type Role uint8

// The roles, in their order.
const (
	RoleDirector   Role = iota
	RoleTenPercent      // 10% Owner
	RoleOfficer         // Officer (give title below)
	RoleOther           // Other (specify below)
	Roles               // how many there are, and none of them
)

// RoleOf reads a folded word as the first of a role's label, or gives Roles. next is the
// folded word after it: "10%" may be two.
func RoleOf(word, next string) Role {
	switch {
	case Like(word, "director"):
		return RoleDirector
	case word == "10%" || word == "10" && (strings.HasPrefix(next, "%") || Like(next, "owner")):
		return RoleTenPercent
	case Like(word, "officer"):
		return RoleOfficer
	case Like(word, "other"):
		return RoleOther
	}
	return Roles
}

// Follow are the words of the label after the first, in their order.
func (r Role) Follow() []string { return follow[r] }

var follow = [Roles][]string{
	RoleTenPercent: {"%", "owner"},
	RoleOfficer:    {"give", "title", "below"},
	RoleOther:      {"specify", "below"},
}
