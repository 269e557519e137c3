package formreader

// What speaks for labels of explanations whose numbers count upwards (agreeing): each
// label adds its weight, and each place that its number does not fit takes some off.
const (
	weightLabel     = 0.4 // a label of which a part is lost: less than a number that is passed over costs
	weightSureLabel = 2   // a whole one, "(1)": outweighs several that are damaged
	costNumber      = 0.5 // for each number without an explanation: rare, since all are printed
	costPlace       = 0.2 // for each explanation without a number: common, for labels are lost and texts go on
)

// What speaks for a value in a column (spread). The best sum for a whole line is taken.
const (
	scoreLooksLike = 60   // the value is what the column holds
	scoreCouldBe   = 30   // it is once it is repaired: more than any distance on a line takes off
	scoreMisfit    = -120 // the column cannot hold it: as much as two values that fit
	scoreAway      = -2   // for each column between: of places that suit it equally, a value keeps the nearest
)
