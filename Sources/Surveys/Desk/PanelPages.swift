import HTTPTypes
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// Where answers are brought in that somebody else has collected.
struct PanelPages: Sendable {
    let office: SurveyOffice

    var routes: [Route] {
        [
            .post(
                SurveyPath.act("{id}", "panels"), .may(.editSurveys), journal: "survey.panel_imported",
                "导入第三方样本"
            ) { try await take($0, $1) },
            .post(
                SurveyPath.act("{id}", "panel-removal"), .may(.editSurveys), journal: "survey.panel_removed",
                "撤销导入的样本"
            ) { request, officer in
                guard let panel = try await request.form()["panel"].flatMap({ Int64($0) }) else {
                    throw DomainError.malformed("没有说明撤销哪一批。")
                }
                try await office.change(request, officer, .editSurveys, "survey.panel_removed", "撤销样本，") {
                    survey, _, tx in
                    try Self.require(survey)
                    try PanelStore.remove(panel, of: survey.id, in: tx)
                }
                return try back(request)
            },
        ]
    }

    private static func require(_ survey: Survey) throws {
        guard survey.state == .open else { throw DomainError.conflict("问卷发布以后、结束以前才能导入样本。") }
    }

    private func back(_ request: WebRequest) throws -> WebResponse {
        .redirect(to: SurveyPath.edit(String(try request.id(SurveyOffice.missing))))
    }

    private func take(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        do {
            let upload = try await PanelUpload(request)
            try await office.change(request, officer, .editSurveys, "survey.panel_imported", "导入样本，") {
                survey, actor, tx in
                try Self.require(survey)
                let file = try PanelFile(upload.bytes, for: survey)
                try PanelStore.requireNew(file, for: survey.id, in: tx)
                try PanelStore.insert(
                    file, named: upload.name, for: survey.id, by: actor.accountID, at: now, in: tx)
            }
            return try back(request)
        } catch DomainError.invalid(let errors) {
            let page = try await DeskPages(office: office).show(request, officer, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }
}

/// What was handed in: a name and a file.
struct PanelUpload: Sendable {
    private(set) var name = ""
    private(set) var bytes: [UInt8] = []

    /// - Throws: `invalid` for what is missing or too large.
    init(_ request: WebRequest) async throws {
        let form = try await request.multipart(limitBytes: PanelFile.limitBytes + 10_000)
        while let part = try await form.nextPart() {
            guard part.filename != nil else {
                if part.name == "name" { name = try await part.text(limitBytes: 1_000).trimmed }
                continue
            }
            for try await piece in part.chunks {
                bytes += piece.readableBytesView
                guard bytes.count <= PanelFile.limitBytes else {
                    throw DomainError.invalid("file", "文件超过 \(PanelFile.limitBytes >> 20) MB，请分几批导入。")
                }
            }
        }
        var errors: [FieldError] = []
        if !(2...40).contains(name.count) { errors.append(FieldError("name", "请写明由谁采集，2 到 40 字。")) }
        if bytes.isEmpty { errors.append(FieldError("file", "请选择文件。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

/// The panels of a survey that runs, and where one more is brought in.
struct PanelPieces {
    let survey: Survey
    let panels: [Panel]
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(survey.id) }

    var html: HTML {
        """
        <h2>第三方样本</h2>
        \(if: !panels.isEmpty, table)
        \(form)
        """
    }

    private var table: HTML {
        Table(
            "已导入", columns: [.init("由谁采集"), .init("份数", isNumber: true), .init("导入"), .init("操作")],
            rows: panels.map { panel in
                [
                    "\(panel.name)", "\(panel.answers)", "\(panel.importedAt.chinese)",
                    PostButton(
                        "撤销", action: SurveyPath.act(id, "panel-removal"), token: token,
                        values: [("panel", String(panel.id))]
                    ).html,
                ]
            }
        ).html
    }

    private var form: HTML {
        let keys = survey.questions.map(\.key).joined(separator: "、")
        return Form(
            action: SurveyPath.act(id, "panels"), token: token,
            fields: [
                Field("name", "由谁采集", hint: "例如：区统计学会入户访问。", error: errors["name"]),
                Field(
                    "file", "答卷文件", .file,
                    hint: "CSV，第一行是列名：年龄、\(keys)；选项写编号或者原文，多选用“、”隔开。有一行不对，整个文件都不导入。",
                    error: errors["file"], accept: ".csv"),
            ], submit: "导入样本"
        ).html
    }
}
