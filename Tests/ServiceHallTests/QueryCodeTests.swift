import Desk
import Testing

@Suite("查询码")
struct QueryCodeTests {
    @Test("输入的查询码不分大小写，空格和横线不算。")
    func read() {
        #expect(QueryCode.read(" 7k3m-9QXA 2cde 8fgh ") == "7K3M9QXA2CDE8FGH")
        #expect(QueryCode.grouped("7K3M9QXA2CDE8FGH") == "7K3M 9QXA 2CDE 8FGH")
    }
}
