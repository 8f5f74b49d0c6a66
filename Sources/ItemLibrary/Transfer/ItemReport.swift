import CSV

extension ItemImport {
    /// The report row by row.
    var reportText: String {
        CSVLine.mark + CSVLine.text(["行号", "事项名称", "结果", "说明"])
            + report.map { CSVLine.text([String($0.row), $0.name, $0.kind.chinese, $0.words]) }.joined()
    }
}
