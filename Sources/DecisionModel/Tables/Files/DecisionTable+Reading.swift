import Refusals
public import XMLTree

public import struct Foundation.Data

extension DecisionTable {
    /// Every decision table of a DMN file, 1.1 to 1.5.
    ///
    /// Throws with everything in the file that we cannot decide by, with its line.
    public static func tables(in xml: Data) throws(DecisionFindings) -> [DecisionTable] {
        let root: XMLElement
        do throws(XMLTreeError) {
            root = try XMLTree.parse(xml)
        } catch {
            let place = DecisionFinding.Place.line(error.line, element: "")
            throw DecisionFindings(findings: [DecisionFinding(place, error.sentence.chinese)])
        }
        return try tables(in: root)
    }

    /// Every decision table of a file that has been read already.
    public static func tables(in root: XMLElement) throws(DecisionFindings) -> [DecisionTable] {
        var reader = DecisionFileReader()
        let tables = reader.tables(root)
        guard reader.findings.isEmpty else { throw DecisionFindings(findings: reader.findings) }
        return tables
    }
}
