import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// The divisions of the country that forms offer (GB/T 2260), and the import of a newer table.
struct RegionPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.regions, .may(.importRegions), "全国行政区划") { request, _ in
                .page(try await page(request))
            },
            .post(
                ItemLibraryPath.regions, .may(.importRegions), journal: "region_table.imported", "导入行政区划代码表"
            ) {
                try await takeOver($0, $1)
            },
        ]
    }

    private func takeOver(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var entered = ""
        do {
            let (_, bytes, lines) = try await ReceivedTable.read(request)
            entered = lines["state_on"] ?? ""
            guard let day = CivilDate(iso: entered) else {
                throw DomainError.invalid("state_on", "日期请写成 2026-12-31 的样子。")
            }
            let table = try RegionTable(stateOn: day, RegionSheet.regions(in: bytes))
            let (actor, now) = (officer.actor(request), request.now)
            try await desk.database.write { tx in
                try Directory.importRegions(table, by: (actor.accountID, actor.name), at: now, in: tx)
                try tx.announce(ServiceLibrary.topic)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "region_table.imported",
                        subject: "region-table/\(day.iso)",
                        sentence: "\(actor.name)导入截至 \(day.iso) 的行政区划代码表，共 \(table.regions.count) 个区划。"),
                    in: tx)
            }
            return .redirect(to: ItemLibraryPath.regions)
        } catch DomainError.invalid(let errors) {
            return .page(try await page(request, entered, errors), status: .unprocessableContent)
        }
    }

    private func page(
        _ request: WebRequest, _ entered: String = "", _ errors: [FieldError] = []
    ) async throws -> Page {
        let (tables, imports) = try await desk.database.read { tx in
            (try Directory.regions(in: tx), try Directory.regionImports(in: tx))
        }
        return RegionTablePage(
            table: tables.current, formerCount: tables.former.count, imports: imports, entered: entered,
            errors: errors, token: request.csrf
        ).page
    }
}

/// A file of regions: the columns 代码 and 名称, whatever stands beside them.
enum RegionSheet {
    private static let titles: [(wanted: String, known: Set<String>)] = [
        ("代码", ["代码", "行政区划代码", "区划代码", "code", "adcode"]), ("名称", ["名称", "单位名称", "区划名称", "name"]),
    ]
    private static let mostRows = 6_000

    /// - Throws: `invalid` at `file` for what is no table of regions.
    static func regions(in bytes: [UInt8]) throws -> [RegionTable.Region] {
        let rows = try ItemSheet.table(bytes, mostRows: mostRows)
        guard rows.count <= mostRows else {
            throw DomainError.invalid("file", "文件超过 \(mostRows) 行，不是到县一级的代码表。")
        }
        let header = (rows.first?.cells ?? []).map { $0.trimmed.lowercased() }
        let places = try titles.map { title in
            guard let place = header.firstIndex(where: title.known.contains) else {
                throw DomainError.invalid("file", "表头缺少“\(title.wanted)”。第一行应写明“代码”和“名称”两列。")
            }
            return place
        }
        return try rows.dropFirst().map { row in
            guard row.fault == nil, places.allSatisfy(row.cells.indices.contains) else {
                throw DomainError.invalid("file", "第 \(row.number) 行读不出代码和名称。")
            }
            let code = row.cells[places[0]].trimmed
            // Some tables write six zeros for the streets and villages.
            let isLong = code.count == 12 && code.hasSuffix("000000")
            return .init(code: isLong ? String(code.prefix(6)) : code, name: row.cells[places[1]].trimmed)
        }
    }
}
