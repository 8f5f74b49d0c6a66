import Cases
import Foundation
import Services
import Web
import WorkingTime

/// The first page: search, three doors, life events, latest public information, and how the district keeps its word.
struct HomePage {
    let serviceCount: Int
    let frequent: [PublicService]
    let lifeEvents: [LifeEvent]
    let audiences: [AudienceGroup]
    let news: [NewsPart]
    let figures: CaseFigures

    var page: Page {
        Page(
            "首页", width: .wide,
            description: "端州区政务服务网：一次提交，部门自己流转，每一步都看得到。", isFullBleed: true,
            body:
                "\(hero)<div class=\"wrap\">\(doors)\(events)<div class=\"columns\">\(latest)\(today)</div></div>"
        )
    }

    private var hero: HTML {
        """
        <div class="hero"><div class="wrap"><div class="hero-ask"><h1>您想办什么事？</h1>
        <p>说出要办的事就行，不必先知道归哪个部门管。</p>
        \(SearchBox(action: PortalPath.search, placeholder: "如：开餐饮店、居住证、高龄津贴、施工许可").html)
        <p class="hero-hints">常办：\(each: frequent, { service in
            "<a href=\"/services/\(service.item.slug)\">\(service.item.shortName)</a> "
        })</p></div>\(way)</div></div>
        """
    }

    /// What happens behind one request, for whoever comes the first time.
    private var way: HTML {
        """
        <ol class="hero-way" aria-label="怎样办成一件事">
        <li><b>您提交一次</b>政府已经掌握的信息不用再填</li>
        <li><b>各部门同时办</b>每个部门都有时限，天天看得到</li>
        <li><b>证照一次送达</b>网上下载，扫码就能核验</li></ol>
        """
    }

    private var doors: HTML {
        """
        <div class="doors">
        \(Door("找服务", "\(serviceCount) 个事项全程网办，一次提交，部门自己流转", href: PortalPath.services, picture: .services).html)
        \(Door("查进度", "每个部门办到哪一步、还剩几天，随时看得到", href: PortalPath.progress, picture: .progress).html)
        \(Door("提意见", "办完可以评价，遇到问题拨打 12345，件件有回音", href: PortalPath.opinions, picture: .letters).html)
        </div>
        """
    }

    private var events: HTML {
        """
        <h2><a href="\(ThemePath.lifeEvents)">按人生大事找</a></h2>
        \(Tiles(lifeEvents.map { ($0.name, $0.hint, ThemePath.lifeEvent($0.key)) }).html)
        <nav class="theme-links" aria-label="按人群找"><p><b><a href="\(ThemePath.audiences)">按人群找</a></b> \
        \(each: audiences, { "<a href=\"\(ThemePath.audience($0.key))\">\($0.name)</a> " })</p></nav>
        """
    }

    private var latest: HTML {
        """
        <section>\(news.isEmpty ? "<h2>最新公开</h2><p class=\"quiet-words\">还没有发布的内容。</p>" : HTML.joined(news.map(part)))</section>
        """
    }

    private func part(_ part: NewsPart) -> HTML {
        """
        <h2><a href="\(part.path)">\(part.name)</a></h2>
        \(LinkList(part.items.map { (Link($0.title, $0.path), $0.date.shortChinese) }).html)
        """
    }

    private var today: HTML {
        """
        <section><h2>办得怎么样</h2>
        \(Figures([
            ("今日收件", String(figures.receivedToday), "件"),
            ("正在办理", String(figures.running), "件"),
            ("近 90 天按时办结", percent(figures.decidedInTime, of: figures.decided), "%，共 \(figures.decided) 件"),
            ("近 90 天好评", percent(figures.ratedWell, of: figures.rated), "%，共 \(figures.rated) 件"),
        ]).html)
        </section>
        """
    }

    /// With one decimal, and without it where it says nothing: `99.4`, `100`.
    private func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "—" }
        // Rounded down: what is not all is never shown as all.
        let tenths = part * 1_000 / whole
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension ServiceItem {
    /// The name without the words every joint service ends with.
    fileprivate var shortName: String { name.hasSuffix("一件事") ? String(name.dropLast(3)) : name }
}
