// Package typed reads what people type into cells: texts with spaces that
// nobody sees, numbers and dates in the ways of many countries, and words that
// are nearly the ones that were meant. What has one reading is read; where
// there are several, or none, a hint says what to type:
//
//	typed.ParseNumeral("1,757") // it can mean 1757 or, with decimals, 1.757
//	typed.Dates("25/12/2008")   // one date
//	typed.Dates("5/2/2008")     // two
package typed
