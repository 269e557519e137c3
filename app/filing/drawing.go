package filing

import (
	"strings"

	"filingview/app/field"
)

// look is how a filing is looked at.
type look struct {
	windows [parts]int // windows of a part that are shown beyond the first
	drawn   [parts]int // chunks of a part that are drawn; the rest follows
	done    bool       // nothing follows
	version int        // counts what the ledger has said
	fresh   [parts]int // of the drawn chunks, those that show the last of it
	stale   bool       // some do not
	open    []string   // paths of lines whose evidence is shown
}

// again has everything drawn anew, as when something else was shown meanwhile.
func (l *look) again() {
	l.drawn, l.fresh, l.done = [parts]int{}, [parts]int{}, false
}

// outdate has the parts that show what the ledger says drawn again.
func (l *look) outdate() {
	l.version++
	l.fresh = [parts]int{}
	l.stale = true
}

// due are the chunks that are drawn, each with what sets it apart from the same
// chunk as it was before.
func (v *View) due(p part, l *look) []chunk {
	all := v.chunks(p, l)
	all = all[:min(l.drawn[p], len(all))]
	if !showsLedger(p) {
		return all
	}
	for i := range all {
		c := &all[i]
		if c.version = l.version; i >= l.fresh[p] {
			c.version--
		}
		if p != partTableI && p != partTableII {
			continue
		}
		for _, path := range l.open {
			if g := &v.tables[p-partTableI]; strings.HasPrefix(path, g.stem()) {
				if _, n := field.Index(path); n > c.from && n <= c.to {
					c.open += path
				}
			}
		}
	}
	return all
}

// drawNext has so many of the next chunks drawn, in the order of the page, as one
// turn may cost, and notes whether these were the last.
func (v *View) drawNext(l *look) {
	spent := 0
	for p := range parts {
		l.drawn[p] = min(l.drawn[p], len(v.chunks(p, l)))
		for showsLedger(p) && l.fresh[p] < l.drawn[p] {
			if spent >= turnCost {
				return
			}
			c := v.chunks(p, l)[l.fresh[p]]
			for i := c.from; i < c.to; i++ {
				spent += v.cost(p, i)
			}
			l.fresh[p]++
		}
		for _, c := range v.chunks(p, l)[l.drawn[p]:] {
			if spent >= turnCost {
				return
			}
			for i := c.from; i < c.to; i++ {
				spent += v.cost(p, i)
			}
			if l.fresh[p] == l.drawn[p] {
				l.fresh[p]++
			}
			l.drawn[p]++
		}
	}
	l.done, l.stale = true, false
}

// turnCost is how much is drawn in one turn, give or take a chunk.
const turnCost = 100

// drawAll has everything drawn that is to be shown.
func (v *View) drawAll(l *look) {
	for p := range parts {
		l.drawn[p] = len(v.chunks(p, l))
	}
	l.fresh = l.drawn
	l.done = true
}
