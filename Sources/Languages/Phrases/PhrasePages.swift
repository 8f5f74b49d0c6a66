import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

extension Power {
    /// Amending how pages are put into other languages.
    static let editLanguages = Power("language.edit", "修改繁体字和英文的写法", .matters)
}

/// The desk of languages: how words are written in traditional characters and in English.
struct PhrasePages: Sendable {
    let phrases: Phrases

    var routes: [Route] {
        [
            .get(LanguagesPath.desk, .may(.editLanguages), "多语言") { request, _ in try await show(request) },
            .post(LanguagesPath.desk, .may(.editLanguages), journal: "phrase.put", "规定一种写法") {
                request, officer in
                let form = try await request.form()
                do {
                    let phrase = Phrase(
                        language: form["language"].flatMap(Language.init(rawValue:)) ?? .simplified,
                        original: form["original"] ?? "", words: form["words"] ?? "")
                    try await phrases.put(phrase, by: officer.actor(request), at: request.now)
                    return .redirect(to: LanguagesPath.desk)
                } catch DomainError.invalid(let errors) {
                    return try await show(request, form: form, errors: errors)
                }
            },
            .post(LanguagesPath.removal, .may(.editLanguages), journal: "phrase.removed", "删去一种写法") {
                request, officer in
                let form = try await request.form()
                guard let language = form["language"].flatMap(Language.init(rawValue:)) else {
                    throw DomainError.invalid("language", "请选择语言。")
                }
                try await phrases.remove(
                    form["original"] ?? "", from: language, by: officer.actor(request), at: request.now)
                return .redirect(to: LanguagesPath.desk)
            },
        ]
    }

    private func show(
        _ request: WebRequest, form: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        let known = try await phrases.database.read { tx in
            try [Language.traditional, .english].map { ($0, try PhraseStore.phrases(in: $0, tx)) }
        }
        let page = PhrasePage(known: known, form: form, errors: errors, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// All phrases, and the form for another one.
struct PhrasePage {
    let known: [(language: Language, phrases: [Phrase])]
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "多语言", crumbs: [Link("工作台", "/desk"), Link("多语言", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>多语言</h1>
                <p class="lead">公开页面有简体、繁體、English 三种。繁體由简体逐词转换，English 用下面的译文；没有译文的内容显示中文。</p>
                \(Form(action: LanguagesPath.desk, token: token, fields: fields, submit: "保存").html)
                \(each: known, table)
                """)
    }

    private var fields: [Field] {
        [
            Field(
                "language", "语言", .choice, value: form["language"] ?? Language.traditional.rawValue,
                options: [.init("zh-Hant", "繁體"), .init("en", "English")], error: errors["language"]),
            Field(
                "original", "原文", hint: "繁體：一个词，例如 岩前村。English：整句，例如 工作动态；{} 代表会变的部分。",
                value: form["original"] ?? "", error: errors["original"]),
            Field("words", "写作", value: form["words"] ?? "", error: errors["words"]),
        ]
    }

    private func table(_ part: (language: Language, phrases: [Phrase])) -> HTML {
        let rows = part.phrases.map { phrase -> [HTML] in
            ["\(phrase.original)", "\(phrase.words)", "\(phrase.changedBy)", removal(phrase)]
        }
        let columns: [Table.Column] = [.init("原文"), .init("写作"), .init("修改人"), .init("操作")]
        return """
            <h2>\(part.language.ownName)</h2>
            \(rows.isEmpty ? "<p class=\"quiet-words\">还没有规定过写法。</p>" : Table(part.language.ownName, columns: columns, rows: rows).html)

            """
    }

    private func removal(_ phrase: Phrase) -> HTML {
        """
        <form method="post" action="\(LanguagesPath.removal)">\(token.field)\
        <input type="hidden" name="language" value="\(phrase.language.rawValue)">\
        <input type="hidden" name="original" value="\(phrase.original)">\
        <button class="link">删去<span class="sr">「\(phrase.original)」的写法</span></button></form>
        """
    }
}
