import Testing

@testable import CSV

@Suite("写成表格的一行")
struct CSVLineTests {
    @Test(
        "表格软件不会把内容当作公式，长编号不丢尾数",
        arguments: [
            ("张\"三\"", "\"张\"\"三\"\"\""), ("=1+1", "\"\t=1+1\""), ("@x", "\"\t@x\""), ("甲,乙", "\"甲,乙\""),
            ("＝1+1", "\"\t＝1+1\""), ("\r\n=1", "\"\t\r\n=1\""),
            ("441202202611230000015", "\"\t441202202611230000015\""), ("", "\"\""),
        ])
    func cells(_ value: String, _ cell: String) {
        #expect(CSVLine.cell(value) == cell)
    }
}
