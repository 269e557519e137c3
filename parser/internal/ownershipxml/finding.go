package ownershipxml

import (
	"slices"
	"strings"

	"filingview/parser/ownership"
)

func (x *xmlReader) find(rule ownership.Rule, start, end int, message string) {
	if len(x.f.Findings) >= maxFindings {
		x.dropped++
		return
	}
	finding := rule.Finding(strings.ToValidUTF8(message, "�"))
	finding.At = []ownership.Span{{Start: int32(start), End: int32(end)}}
	x.f.Findings = append(x.f.Findings, finding)
	about := -1
	if n := len(x.open); n > 0 {
		f := &x.stack[x.open[n-1]]
		if about = f.open; f.cell != nil && len(ownership.ReadingOf(f.cell).At) > 0 {
			about = int(ownership.ReadingOf(f.cell).At[0].Start)
		}
	}
	x.about = append(x.about, about)
}

// locate names the cells that the findings stand in or touch. It runs only for
// findings, after the rows have come to rest.
func (x *xmlReader) locate() {
	if len(x.about) == 0 {
		return
	}
	findings := x.f.Findings[:len(x.about)]
	nearest := make([]ownership.Cell, len(findings)) // the first cell after about
	for c := range x.f.Cells() {
		if len(c.At) == 0 {
			continue
		}
		from := c.At[0].Start
		for i := range findings {
			f := &findings[i]
			if about := int32(x.about[i]); about >= 0 {
				if from >= about && (nearest[i].Reading == nil || from < nearest[i].At[0].Start) {
					nearest[i] = c
				}
			} else if len(f.Paths) < 20 && slices.ContainsFunc(c.At, func(s ownership.Span) bool {
				return f.At[0].Start <= s.End && f.At[0].End >= s.Start
			}) {
				f.Paths = append(f.Paths, c.Path)
			}
		}
	}
	for i := range findings {
		if nearest[i].Reading != nil {
			findings[i].Paths = append(findings[i].Paths, nearest[i].Path)
		}
	}
}
