import Storage
import Web
import WorkingTime

/// What has been published.
struct ListPage {
    let bulletins: Slice<PublishedBulletin>
    let request: WebRequest

    var page: Page {
        Page(
            "监察通报", crumbs: [Link("监督", "/supervision"), Link("监察通报", nil)],
            description: "每月、每季度、每年各部门按时办结、监察信号和督办的情况。",
            head: PageHead(feed: Link("监察通报", BulletinPath.feed)),
            body: """
                <h1>监察通报</h1>
                <p class="lead">每月、每季度、每年，各部门办事按时不按时、哪里亮了黄牌红牌、督办的事办得怎么样。公布以后要改，会写明日期和原因。</p>
                \(bulletins.items.isEmpty ? EmptyState("还没有公布的监察通报", "<p>第一期公布以后会在这里。</p>").html : list)
                \(Pager(next: bulletins.next, of: request).html)
                <p><a href="\(BulletinPath.feed)">订阅（Atom）</a></p>
                """)
    }

    private var list: HTML {
        """
        <ul class="organs">\(each: bulletins.items, { one in
            """
            <li class="organ"><b><a href="\(BulletinPath.one(one.period.text))">\(one.edition.title)</a></b> \
            \(one.badge)
            <p class="hint">\(one.period.kind.chinese) · \(one.publishedAt.day.written)公布</p></li>
            """
        })</ul>
        """
    }
}

extension PublishedBulletin {
    /// What has become of it.
    var badge: HTML {
        if isWithdrawn { return StatusBadge("已撤回", .late).html }
        return edition.edition > 1 ? StatusBadge("已更正", .near).html : .empty
    }
}
