package form

// gather joins the lines of text that make one row of the form.
func (r *reader) gather(cols []column, lines [][]cell) [][]cell { return lines }

// spread puts words of a row that stand in a neighbour's column where they belong.
func (r *reader) spread(cols []column, line []cell, second bool) {}
