import Jobs
import Refusals

/// Rows whose personal columns do not open: somebody changed them in the database, or their key is missing. All others
/// were done; another try would find the same.
struct UnopenedRows: HopelessFailure {
    let count: Int

    var sentence: Sentence { "有 \(count) 行的个人信息解不开：在数据库里被改动过，或者缺少密钥。其余各行已经处理。" }
}
