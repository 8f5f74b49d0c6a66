import Web

/// What is asked for in halls.
extension Power {
    static let serveInHall = Power("hall.serve", "大厅窗口叫号和代约", .matters)
    static let readHallFigures = Power("hall.read_figures", "查看大厅数据", .matters)
    static let handlePapers = Power("paper.handle", "收发纸质原件和快递", .matters)
    static let editHalls = Power("hall.edit", "设置办事大厅", .system)
}
