package filing

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// piece is one chunk of the filing as a component of its own, so that it is drawn
// once and not again with everything else.
type piece struct {
	app.Compo

	Of pieceKey

	state *State
}

// pieceKey says which chunk of which filing a piece is.
type pieceKey struct {
	generation int
	chunk      chunk
}

func (s *State) piece(c chunk) app.UI {
	return &piece{Of: pieceKey{s.generation, c}, state: s}
}

// Render draws the chunk.
func (p *piece) Render() app.UI { return p.state.view.draw(p.Of.chunk, &p.state.look) }
