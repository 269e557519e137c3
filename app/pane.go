package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// pane is the source beside the tables: so much of it as can be seen, and a little
// more, however long it is. It is the frame; web/source.js draws what is in it.
type pane struct {
	app.Compo

	Of paneKey

	root *root
}

// paneKey is what the page has its pane drawn anew for.
type paneKey struct {
	generation int
	open       bool
}

// viewing is what the pane shows. Its zero value shows nothing.
type viewing struct {
	ctx  app.Context // of the pane, while it is there
	made bool        // and there is a ctx

	src        *source
	ref        wire.Ref
	generation int // of the filing that src is of

	picked string           // path of what is lit
	lit    []ownership.Span // where it stands
	stop   string           // path of the cell whose place Tab stops at
	note   string           // a sentence in place of what is picked

	from, to int     // rows or pages that are drawn
	line     float64 // height of a row in pixels
	goTo     bool    // scroll to what is lit, and
	follow   bool    // give its place the focus

	pages map[int]*ownership.Page // with their words; nil for one that was asked for
}

func (r *root) pane() app.UI {
	_, generation := r.filing.Filing()
	return &pane{Of: paneKey{generation, r.address.Source}, root: r}
}

// pair draws the filing with its source beside it, or alone.
func (r *root) pair(filing app.UI) app.UI {
	class := "pair"
	if r.address.Source {
		class += " open"
	}
	return markup.El("div", class, filing, r.pane())
}

// OnMount begins to draw.
func (p *pane) OnMount(ctx app.Context) {
	p.root.view.ctx, p.root.view.made = ctx, true
	p.root.laySource()
}

// OnUpdate draws another filing, or none.
func (p *pane) OnUpdate(app.Context) { p.root.laySource() }

// OnDismount forgets what was shown.
func (p *pane) OnDismount() { p.root.view = viewing{} }

// Render draws the frame.
func (p *pane) Render() app.UI {
	v := &p.root.view
	if !p.Of.open || !p.root.filing.Shown() {
		return markup.El("aside", "source").Attr("id", "source").Attr("hidden", true)
	}
	about, where, class, name := "", "", "leaf text", "Text of the source"
	if v.src != nil {
		about, where = v.src.about(), v.where()
		if len(v.src.pages) > 0 {
			class, name = "leaf pages", "Pages of the source"
		}
	}
	return markup.El("aside", "source",
		markup.El("div", "caption",
			markup.Text("h2", "", "Source"),
			markup.Button("", "source", "", "Close").Attr("aria-label", "Close the source")),
		markup.Text("p", "sum", about),
		markup.Text("p", "where", where),
		markup.El("div", class).Attr("id", "leaf").Attr("role", "region").Attr("aria-label", name).Attr("tabindex", "0")).
		Attr("id", "source").Attr("aria-label", "Source")
}

// where says what is lit and where it stands, or what to do.
func (v *viewing) where() string {
	switch {
	case v.note != "":
		return v.note
	case v.picked != "":
		return field.Label(v.src.f, v.picked) + ": " + v.src.whereWords(v.lit)
	case len(v.lit) > 0:
		return "Shown: " + v.src.whereWords(v.lit)
	case len(v.src.places) > 0:
		return "Pick a value in the tables or here, and it is shown on the other side."
	}
	return ""
}
