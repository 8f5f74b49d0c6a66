import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The statistics on the desk: days, columns, pages, and all of it as files.
struct StatisticsPages: Sendable {
    let database: Database
    let places: Places

    /// The spans that can be chosen, in days.
    static let spans = [7, 30, 90, 365]

    var routes: [Route] {
        [
            .get(StatisticsPath.desk, .may(.readStatistics), "访问统计") { request, _ in try await show(request)
            },
            .get(StatisticsPath.file, .may(.readStatistics), "访问统计的表格") { request, _ in
                try await file(request)
            },
            .get(StatisticsPath.page, .may(.readStatistics), "一个页面的访问统计") { request, _ in
                try await page(request)
            },
        ]
    }

    private func show(_ request: WebRequest) async throws -> WebResponse {
        let (span, month, today) = (Self.span(request), Self.month(request), request.now.day)
        let first = today.adding(days: 1 - span)
        let (days, columns, pages) = try await database.read { tx in
            (
                try FigureStore.days(from: first, through: today, in: tx),
                try FigureStore.columns(from: first, through: today, in: tx),
                try FigureStore.pages(of: month, in: tx)
            )
        }
        let names = try await places.names(pages.map(\.path) + columns.map(\.path))
        return .page(
            StatisticsPage(
                span: span, month: month, today: today, days: days, columns: columns, pages: pages,
                names: names
            ).page)
    }

    private func file(_ request: WebRequest) async throws -> WebResponse {
        let (span, month, today) = (Self.span(request), Self.month(request), request.now.day)
        let first = today.adding(days: 1 - span)
        let (text, name): (String, String)
        switch request.query("of") {
        case "columns":
            let columns = try await database.read {
                try FigureStore.columns(from: first, through: today, in: $0)
            }
            let names = try await places.names(columns.map(\.path))
            (text, name) = (StatisticsFile.columns(columns, names: names), "栏目访问-\(span)天-\(today.iso)")
        case "pages":
            let pages = try await database.read { try FigureStore.pages(of: month, in: $0) }
            let names = try await places.names(pages.map(\.path))
            (text, name) = (StatisticsFile.pages(pages, names: names), "页面访问-\(month)")
        default:
            let days = try await database.read { try FigureStore.days(from: first, through: today, in: $0) }
            (text, name) = (StatisticsFile.days(days), "每日访问-\(span)天-\(today.iso)")
        }
        return .file(Array(text.utf8), name: "\(name).csv", contentType: "text/csv; charset=utf-8")
    }

    private func page(_ request: WebRequest) async throws -> WebResponse {
        guard let path = request.query("path"), path.utf8.count <= 400 else {
            throw DomainError.notFound("请从访问统计里选择一个页面。")
        }
        let (span, today) = (Self.span(request), request.now.day)
        let days = try await database.read {
            try FigureStore.days(of: path, from: today.adding(days: 1 - span), through: today, in: $0)
        }
        let name = try await places.names([path])[path]
        return .page(PageFiguresPage(path: path, name: name, span: span, days: days).page)
    }

    private static func span(_ request: WebRequest) -> Int {
        request.query("days").flatMap { Int($0) }.flatMap { spans.contains($0) ? $0 : nil } ?? 30
    }

    /// The month of the address, `2026-11`; this month when there is none.
    private static func month(_ request: WebRequest) -> String {
        let asked = request.query("month").flatMap { CivilDate(iso: "\($0)-01") } ?? request.now.day
        return String(asked.iso.prefix(7))
    }
}

extension FigureStore.Column {
    /// The address of the column, or of the site where there is no column.
    var path: String { site.isEmpty ? "" : column.isEmpty ? "/sites/\(site)" : "/sites/\(site)/\(column)" }

    /// What it is called.
    func name(_ names: [String: String]) -> String { site.isEmpty ? "站点以外的页面" : names[path] ?? path }
}
