package source

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
)

// pane is the source beside the tables: so much of it as can be seen, and a little
// more, however long it is. It is the frame; web/source.js draws what is in it.
type pane struct {
	app.Compo

	Of paneKey

	state *State
}

// paneKey is what the page has its pane drawn anew for.
type paneKey struct {
	generation int
	open       bool
}

// OnMount begins to draw.
func (p *pane) OnMount(ctx app.Context) {
	p.state.ctx, p.state.made = ctx, true
	p.state.lay()
}

// OnUpdate draws another filing, or none.
func (p *pane) OnUpdate(app.Context) { p.state.lay() }

// OnDismount forgets what was shown.
func (p *pane) OnDismount() { p.state.made, p.state.viewing = false, viewing{} }

// Render draws the frame.
func (p *pane) Render() app.UI {
	v := &p.state.viewing
	if !p.Of.open || p.state.shown.Filing == nil {
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
