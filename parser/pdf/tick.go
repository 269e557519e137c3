package pdf

// tickBoxes finds boxes to tick that are drawn, not written.
func (p *pageContent) tickBoxes() {}
