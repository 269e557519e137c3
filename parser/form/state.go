package form

import "strings"

// stateCode gives the code of a state or territory that is printed by its code or
// by its name, as EDGAR's page of 2026 prints it. The codes are those of EDGAR's
// State and Country Codes.
func stateCode(s string) (string, bool) {
	s = strings.ToUpper(strings.Trim(s, " .,"))
	if s == "" {
		return "", false
	}
	for i := 0; i+1 < len(states); i += 2 {
		if states[i] == s || states[i+1] == s {
			return states[i], true
		}
	}
	return "", false
}

// states holds code and name in turn: the United States and Canada.
var states = [...]string{
	"AL", "ALABAMA", "AK", "ALASKA", "AZ", "ARIZONA", "AR", "ARKANSAS", "CA", "CALIFORNIA", "CO", "COLORADO",
	"CT", "CONNECTICUT", "DE", "DELAWARE", "DC", "DISTRICT OF COLUMBIA", "FL", "FLORIDA", "GA", "GEORGIA",
	"HI", "HAWAII", "ID", "IDAHO", "IL", "ILLINOIS", "IN", "INDIANA", "IA", "IOWA", "KS", "KANSAS",
	"KY", "KENTUCKY", "LA", "LOUISIANA", "ME", "MAINE", "MD", "MARYLAND", "MA", "MASSACHUSETTS",
	"MI", "MICHIGAN", "MN", "MINNESOTA", "MS", "MISSISSIPPI", "MO", "MISSOURI", "MT", "MONTANA",
	"NE", "NEBRASKA", "NV", "NEVADA", "NH", "NEW HAMPSHIRE", "NJ", "NEW JERSEY", "NM", "NEW MEXICO",
	"NY", "NEW YORK", "NC", "NORTH CAROLINA", "ND", "NORTH DAKOTA", "OH", "OHIO", "OK", "OKLAHOMA",
	"OR", "OREGON", "PA", "PENNSYLVANIA", "RI", "RHODE ISLAND", "SC", "SOUTH CAROLINA", "SD", "SOUTH DAKOTA",
	"TN", "TENNESSEE", "TX", "TEXAS", "UT", "UTAH", "VT", "VERMONT", "VA", "VIRGINIA", "WA", "WASHINGTON",
	"WV", "WEST VIRGINIA", "WI", "WISCONSIN", "WY", "WYOMING",
	"PR", "PUERTO RICO", "VI", "VIRGIN ISLANDS, U.S.", "GU", "GUAM", "AS", "AMERICAN SAMOA", "MP", "NORTHERN MARIANA ISLANDS",
	"A0", "ALBERTA, CANADA", "A1", "BRITISH COLUMBIA, CANADA", "A2", "MANITOBA, CANADA", "A3", "NEW BRUNSWICK, CANADA",
	"A4", "NEWFOUNDLAND, CANADA", "A5", "NOVA SCOTIA, CANADA", "A6", "ONTARIO, CANADA", "A7", "PRINCE EDWARD ISLAND, CANADA",
	"A8", "QUEBEC, CANADA", "A9", "SASKATCHEWAN, CANADA", "B0", "YUKON, CANADA",
	"X0", "UNITED KINGDOM", "2M", "GERMANY", "I0", "FRANCE", "V8", "SWITZERLAND", "P7", "NETHERLANDS", "L2", "IRELAND",
	"L3", "ISRAEL", "M0", "JAPAN", "C3", "AUSTRALIA", "F4", "CHINA", "K3", "HONG KONG", "U0", "SINGAPORE", "D0", "BERMUDA",
	"E9", "CAYMAN ISLANDS", "D8", "VIRGIN ISLANDS, BRITISH", "K7", "INDIA", "O5", "MEXICO", "D5", "BRAZIL", "N4", "LUXEMBOURG",
	"V7", "SWEDEN", "G7", "DENMARK", "Q8", "NORWAY", "L6", "ITALY", "U3", "SPAIN", "F5", "TAIWAN", "M5", "KOREA, REPUBLIC OF",
	"C9", "BELGIUM", "C4", "AUSTRIA", "H9", "FINLAND", "Y7", "GUERNSEY", "Y9", "JERSEY", "O9", "MONACO", "C0", "UNITED ARAB EMIRATES",
}
