package identity

// Likeness says how well two identities agree.
type Likeness int

const (
	Different Likeness = iota
	// Doubtful: some terms differ; only the balance could tell that they are the
	// same.
	Doubtful
	// Alike: nothing contradicts, but a part is missing or spelled otherwise.
	Alike
	Same
)

// without returns the words of x that y does not have.
func without(x, y []string) []string {
	var rest []string
	for _, w := range x {
		found := false
		for _, v := range y {
			if v == w {
				found = true
				break
			}
		}
		if !found {
			rest = append(rest, w)
		}
	}
	return rest
}

// nearly reports whether the words differ by one letter.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
