package programme

// JurisdictionColumns returns the columns of the table of jurisdictions, for
// the test of the documentation.
func JurisdictionColumns() (required, optional []string) {
	c := jurisdictionColumns([]string{"<language>"})
	return c.required, c.optional
}

// ReservedSlugs returns the names that no jurisdiction may have in addresses.
func ReservedSlugs() []string { return reservedSlugs() }

// ShapeColumns returns the columns of the map.
func ShapeColumns() (required, optional []string) {
	c := shapeColumns()
	return c.required, c.optional
}
