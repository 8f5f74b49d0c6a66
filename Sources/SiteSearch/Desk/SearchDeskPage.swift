import Refusals
import Web
import WorkingTime

/// What was entered on the desk of the search.
struct SearchDeskForm: Sendable {
    var synonyms = ""
    var words = ""
    var title = ""
    var address = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormData) {
        synonyms = form["synonyms"] ?? ""
        words = form["words"] ?? ""
        title = form["title"] ?? ""
        address = form["address"] ?? ""
    }
}

/// The desk of the search.
struct SearchDeskPage: Sendable {
    let form: SearchDeskForm
    let misses: [MissStore.Line]
    let synonyms: [SynonymGroup]
    let bets: [BestBet]
    let mayEdit: Bool
    let mayRebuild: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "站内搜索", crumbs: [Link("工作台", "/desk"), Link("站内搜索", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(form.errors).html)
                <h1>站内搜索</h1>
                <p class="lead">群众搜什么没有搜到、哪些词是一个意思、搜某个词时先看到什么，都在这里维护，保存后立即生效。</p>
                \(missing)\(synonymsSection)\(betsSection)\(if: mayRebuild, rebuilding)
                """)
    }

    private var missing: HTML {
        """
        <h2>近 30 天没有搜到的词</h2>
        \(misses.isEmpty ? EmptyState("近 30 天都搜到了", "<p>没有搜到的词会按次数列在这里。</p>").html : missTable)
        """
    }

    private var missTable: HTML {
        Table(
            "没有搜到的词", columns: [.init("词"), .init("次数", isNumber: true), .init("最近一次")],
            rows: misses.map { ["\($0.words)", "\($0.asked)", "\($0.day.chinese)"] }
        ).html
    }

    private var synonymsSection: HTML {
        let field = Field(
            "synonyms", "一组同义词", hint: "用空格或逗号隔开，例如：身份证 居民身份证 居民证", value: form.synonyms,
            error: form.errors["synonyms"])
        return """
            <h2>同义词</h2>
            \(if: !synonyms.isEmpty, synonymTable)
            \(if: mayEdit, Form(action: SearchPath.synonyms, token: token, fields: [field], submit: "添加").html)
            """
    }

    private var synonymTable: HTML {
        Table(
            "同义词", columns: [.init("词"), .init("操作")],
            rows: synonyms.map { group in
                [
                    "\(group.words.joined(separator: "、"))",
                    removal(SearchPath.synonymsRemoval(String(group.id))),
                ]
            }
        ).html
    }

    private var betsSection: HTML {
        let fields = [
            Field("words", "群众搜的词", value: form.words, error: form.errors["words"]),
            Field("title", "显示的标题", value: form.title, error: form.errors["title"]),
            Field(
                "address", "地址", hint: "本站地址以 / 开头，例如：/services/kbcyd", value: form.address,
                error: form.errors["address"], autocomplete: "off"),
        ]
        return """
            <h2>推荐结果</h2>
            \(if: !bets.isEmpty, betTable)
            \(if: mayEdit, Form(action: SearchPath.bets, token: token, fields: fields, submit: "添加").html)
            """
    }

    private var betTable: HTML {
        Table(
            "推荐结果", columns: [.init("词"), .init("标题"), .init("操作")],
            rows: bets.map { bet in
                [
                    "\(bet.words)", "<a href=\"\(bet.address)\">\(bet.title)</a>",
                    removal(SearchPath.betRemoval(String(bet.id))),
                ]
            }
        ).html
    }

    private func removal(_ action: String) -> HTML {
        mayEdit ? PostButton("删除", action: action, token: token).html : "—"
    }

    private var rebuilding: HTML {
        """
        <h2>索引</h2>
        <p>每一处改动都随改动本身进入索引。只有怀疑索引与内容不一致时才需要重建，重建时搜索照常可用。</p>
        \(PostButton("重建搜索索引", action: SearchPath.reading, token: token).html)
        """
    }
}
