package account

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// plot is the balance of an account over time, in steps: a balance holds until
// something changes it.
type plot struct {
	page   *page
	points []plotPoint
	width  float64
	height float64
	first  float64 // day of the left edge
	last   float64 // and of the right
	low    float64 // balance of the lower edge
	high   float64 // and of the upper
}

// plotPoint is one statement.
type plotPoint struct {
	statement        int // in Account.Statements
	day              float64
	opening, closing float64
	is               string // point, gap, likely, broken or amended
	amended          bool   // too
}

// maxPoints is how many points can be gone to; the table has all.
const maxPoints = 120

// margins of the drawing, in its units, which are pixels at its full width.
const (
	plotLeft, plotRight, plotTop, plotBottom = 58.0, 16.0, 14.0, 26.0
)

// newPlot makes the plot of an account, or nil where there are not two statements
// with a day: a single balance is no course.
func newPlot(pg *page, narrow bool) *plot {
	p := &plot{page: pg, width: 1000, height: 300}
	if narrow {
		p.width, p.height = 340, 240
	}
	a := &pg.Account
	for i := range a.Statements {
		st := &a.Statements[i]
		if st.Date.IsZero() || !st.Closing.Known || !st.Opening.Known {
			continue
		}
		p.points = append(p.points, plotPoint{
			statement: i, day: dayNumber(st.Date), opening: st.Opening.V.Float(), closing: st.Closing.V.Float(), is: pg.mark(i), amended: pg.amended(i),
		})
	}
	if len(p.points) < 2 {
		return nil
	}
	p.first, p.last = p.points[0].day, p.points[0].day
	for _, q := range p.points {
		p.first, p.last = min(p.first, q.day), max(p.last, q.day)
		p.low, p.high = min(p.low, q.opening, q.closing), max(p.high, q.opening, q.closing)
	}
	if p.last == p.first {
		p.last++
	}
	if p.high == p.low {
		p.high++
	}
	step := niceStep(p.high - p.low)
	p.high, p.low = math.Ceil(p.high/step)*step, math.Floor(p.low/step)*step
	return p
}

// gapLine returns the line that a statement begins with if there is a gap before it,
// else nil.
func (pg *page) gapLine(i int) *ownership.Line {
	st := &pg.Account.Statements[i]
	if !st.Gap.Known || st.Gap.V.Sign() == 0 || st.From >= st.To || st.From >= len(pg.Account.Lines) {
		return nil
	}
	return &pg.Account.Lines[st.From]
}

// mark says which mark a statement gets: what is most to be looked at wins.
func (pg *page) mark(i int) string {
	a := &pg.Account
	st := &a.Statements[i]
	for j := st.From; j < st.To && j < len(a.Lines); j++ {
		if a.Lines[j].State == ownership.Unexplained {
			return "broken"
		}
	}
	if st.Gap.Known && st.Gap.V.Sign() != 0 {
		if l := pg.gapLine(i); l != nil && ledger.MarkOf(&l.LineFigures) == ledger.Likely {
			return "likely"
		}
		return "gap"
	}
	if pg.amended(i) {
		return "amended"
	}
	return "point"
}

// amended reports whether a statement is one of an amendment, or has lines of one.
func (pg *page) amended(i int) bool {
	_, ok := pg.amending(i)
	return ok
}

// amending returns the amendment that a statement is of or has lines of.
func (pg *page) amending(i int) (filing int, ok bool) {
	st := &pg.Account.Statements[i]
	if pg.amendment(st.Filing) {
		return st.Filing, true
	}
	for j := st.From; j < st.To && j < len(pg.Account.Lines); j++ {
		if n := pg.Account.Lines[j].Filing; pg.amendment(n) {
			return n, true
		}
	}
	return 0, false
}

func dayNumber(d ownership.Date) float64 { return float64(d.AddDays(0).Unix() / 86400) }

// niceStep divides a range into two to five steps of a round number.
func niceStep(length float64) float64 {
	step := math.Pow(10, math.Floor(math.Log10(length)))
	switch n := length / step; {
	case n < 2:
		return step / 2
	case n > 5:
		return step * 2
	}
	return step
}

func (p *plot) x(day float64) float64 {
	return plotLeft + (day-p.first)/(p.last-p.first)*(p.width-plotLeft-plotRight)
}

func (p *plot) y(balance float64) float64 {
	return plotTop + (p.high-balance)/(p.high-p.low)*(p.height-plotTop-plotBottom)
}

// view draws the plot with what its marks mean.
func (p *plot) view() app.UI {
	var body []app.UI
	step := niceStep(p.high - p.low)
	for n := 0; n <= int(math.Round((p.high-p.low)/step)); n++ {
		v := p.low + float64(n)*step
		is := "grid"
		if v == 0 {
			is = "zero"
		}
		body = append(body, markup.Line(is, plotLeft, p.y(v), p.width-plotRight, p.y(v)), markup.Label("amount", shortNumber(v), plotLeft-6, p.y(v)+4))
	}
	for _, t := range p.ticks() {
		x := p.x(t.day)
		is := "day"
		switch {
		case x > p.width-plotRight-40:
			is = "last-day"
		case x < plotLeft+30:
			is = "first-day"
		}
		body = append(body, markup.Line("tick", x, p.height-plotBottom, x, p.height-plotBottom+4), markup.Label(is, t.text, x, p.height-8))
	}
	balance, gaps := p.paths()
	body = append(body, markup.Draw("path", "gaps").Attr("d", gaps), markup.Draw("path", "balance").Attr("d", balance))
	keep := p.marked()
	for n, i := range keep {
		q := &p.points[i]
		words := p.page.statementWords(q.statement)
		stop := "-1"
		if n == 0 {
			stop = "0"
		}
		x, y := p.x(q.day), p.y(q.closing)
		marks := []app.UI{markup.Place(markup.Place(markup.Place(markup.Draw("circle", "around"), "cx", x), "cy", y), "r", 12)}
		if q.amended && q.is != "amended" {
			marks = append(marks, markup.PointMark("amended", x, y))
		}
		body = append(body, markup.Draw("a", "stop", append(marks, markup.PointMark(q.is, x, y))...).
			Attr("href", "#"+p.page.lineID(p.page.Account.Statements[q.statement].From)).
			Attr("tabindex", stop).Attr("data-point", strconv.Itoa(n)).Attr("data-tip", words).Attr("aria-label", words))
	}
	size := markup.Coordinate(p.width) + " " + markup.Coordinate(p.height)
	figure := []app.UI{markup.Draw("svg", "", body...).Attr("viewBox", "0 0 "+size).Attr("role", "group").
		Attr("aria-label", "Balance over time, "+format.Count(len(keep), "point", "points")+". Arrow keys go from one to the next, Enter goes to its line in the table.")}
	return markup.El("figure", "plot", append(figure, p.caption(len(keep)))...)
}

// caption says what the marks mean that are there.
func (p *plot) caption(shown int) app.UI {
	there := map[string]bool{}
	for _, q := range p.points {
		there[q.is] = true
		there["amended"] = there["amended"] || q.amended
	}
	var items []app.UI
	for _, c := range [...][2]string{
		{"point", "a filing that adds up"}, {"amended", "an amendment"},
		{"gap", "an explained gap to the filing before"}, {"likely", "a gap that is likely explained"}, {"broken", "an unexplained line"},
	} {
		if there[c[0]] {
			key := markup.Draw("svg", "key", markup.PointMark(c[0], 9, 9)).Attr("viewBox", "0 0 18 18").Attr("aria-hidden", "true")
			items = append(items, markup.El("li", "", key, app.Text(" "+c[1])))
		}
	}
	if there["gap"] || there["likely"] || there["broken"] {
		key := markup.Draw("svg", "key", markup.Draw("path", "gaps").Attr("d", "M9 1V17")).Attr("viewBox", "0 0 18 18").Attr("aria-hidden", "true")
		items = append(items, markup.El("li", "", key, app.Text(" how large the gap is")))
	}
	body := []app.UI{markup.El("ul", "keys", items...).Attr("role", "list")}
	if shown < len(p.points) {
		body = append(body, markup.Text("p", "sum", format.Group(strconv.Itoa(shown))+" of "+format.Group(strconv.Itoa(len(p.points)))+" filings are marked; the line and the table have all."))
	}
	return markup.El("figcaption", "", body...)
}

// paths draws the balance and, where a filing does not begin with what the one
// before ended with, the gap.
func (p *plot) paths() (balance, gaps string) {
	var b, g strings.Builder
	for i, q := range p.points {
		x, opening, closing := markup.Coordinate(p.x(q.day)), markup.Coordinate(p.y(q.opening)), markup.Coordinate(p.y(q.closing))
		if i == 0 {
			b.WriteString("M" + x + " " + opening)
		} else {
			b.WriteString("H" + x)
			before := &p.points[i-1]
			if st := &p.page.Account.Statements[q.statement]; st.Gap.Known && st.Gap.V.Sign() != 0 {
				g.WriteString("M" + x + " " + markup.Coordinate(p.y(before.closing)) + "V" + opening)
				b.WriteString("M" + x + " " + opening)
			}
		}
		b.WriteString("V" + closing)
	}
	return b.String(), g.String()
}

// marked are the points that get a mark: all, or of very many those to be looked at
// and the others evenly.
func (p *plot) marked() []int {
	var all []int
	plain := 0
	for i := range p.points {
		if p.points[i].is == "point" {
			plain++
		}
	}
	room := max(2, maxPoints-(len(p.points)-plain))
	every := (plain + room - 1) / room
	n := 0
	for i := range p.points {
		if p.points[i].is == "point" {
			if n++; (n-1)%max(1, every) != 0 {
				continue
			}
		}
		if len(all) < 2*maxPoints {
			all = append(all, i)
		}
	}
	return all
}

// axisTick is a mark of the axis of time.
type axisTick struct {
	day  float64
	text string
}

// ticks are the beginnings of years, a few, or, of a short time, its two ends.
func (p *plot) ticks() []axisTick {
	a := &p.page.Account
	begin, end := a.Statements[p.points[0].statement].Date, a.Statements[p.points[0].statement].Date
	for _, q := range p.points {
		d := a.Statements[q.statement].Date
		if d.Compare(begin) < 0 {
			begin = d
		}
		if d.Compare(end) > 0 {
			end = d
		}
	}
	most := 8
	if p.width < 500 {
		most = 4
	}
	years := int(end.Year) - int(begin.Year)
	if years < 2 {
		return []axisTick{{dayNumber(begin), format.Date(begin)}, {dayNumber(end), format.Date(end)}}
	}
	step := 1
	for years/step > most {
		step++
	}
	var all []axisTick
	for y := int(begin.Year) + 1; y <= int(end.Year); y += step {
		all = append(all, axisTick{dayNumber(ownership.Date{Year: int16(y), Month: 1, Day: 1}), strconv.Itoa(y)})
	}
	return all
}

// shortNumber writes a round number briefly: 1.5M.
func shortNumber(v float64) string {
	for _, u := range [...]struct {
		size float64
		name string
	}{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "K"}} {
		if math.Abs(v) >= u.size {
			return strconv.FormatFloat(math.Round(v/u.size*100)/100, 'f', -1, 64) + u.name
		}
	}
	return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
}
