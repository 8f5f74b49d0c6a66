import Identity
import Refusals
import Web

/// What is asked for in halls.
extension Power {
    static let serveInHall = Power("hall.serve", "大厅窗口叫号和代约", .matters)
    static let readHallFigures = Power("hall.read_figures", "查看大厅数据", .matters)
    static let handlePapers = Power("paper.handle", "收发纸质原件和快递", .matters)
    static let editHalls = Power("hall.edit", "设置办事大厅", .system)
}

extension OfficerContext {
    /// Whether they serve in a hall: those of their own organs.
    func serves(in hall: Hall) -> Bool { account.organs(for: .serveInHall).contains(hall.organ) }

    /// - Throws: `notFound` for a hall of somebody else's.
    func requireServing(in hall: Hall) throws {
        guard serves(in: hall) else { throw DomainError.notFound("没有这个办事大厅，或者它不归您所在的部门。") }
    }
}
