namespace CrimeInsight.Benchmarks.Views;

/// <summary>The views that are kept and compared: every kind of page and file with figures, over places, heads, periods, people and languages.</summary>
internal static class ViewCatalogue
{
    private const string Admin = "demo-admin";
    private const string Supervisor = "demo-supervisor";
    private const string Officer = "demo-officer";

    private static readonly string[] s_places = ["", "in=IN-MH", "in=IN-TN", "in=IN-MH-482", "in=IN-MH-482-001"];
    private static readonly string[] s_heads = ["", "head=theft", "head=women", "head=rape"];
    private static readonly string[] s_periods = ["", "from=2023-07&until=2024-07"];
    private static readonly string[] s_few = ["", "in=IN-MH", "in=IN-MH-482&head=theft", "in=IN-MH-482-001"];
    private static readonly string[] s_tabs = ["outlook", "weeks", "replay", "record", "parts", "places", "festival"];
    private static readonly string[] s_methods = ["neighbours", "likeness", "recent", "emerging", "cells", "clusters", "density"];

    public static IReadOnlyList<View> All { get; } = [
        .. Pages(), .. MapPages(), .. OwnPages(), .. Forecasts(), .. Hotspots(), .. Cases(), .. Queries(), .. Tiles()];

    private static IEnumerable<View> Pages() =>
        from place in s_places
        from head in s_heads
        from period in s_periods
        select new View(Admin, Url("/", place, head, period));

    private static IEnumerable<View> MapPages() =>
        from place in s_places[..2]
        from layer in (string[])["state", "district", "station"]
        from measure in (string[])["rate", "cases", "change"]
        select new View(Admin, Url("/map", place, $"layer={layer}", $"measure={measure}", "show=table"));

    // Within their own rights, and in other languages.
    private static IEnumerable<View> OwnPages() =>
        from account in (string[])[Supervisor, Officer]
        from culture in (string[])[View.English, "hi-IN", "ta-IN"]
        from address in (string[])["/", "/?head=theft", "/map?show=table", "/forecast", "/forecast?tab=record", "/cases"]
        select new View(account, address, culture);

    private static IEnumerable<View> Forecasts() =>
    [
        .. from tab in s_tabs from scope in s_few select new View(Admin, Url("/forecast", scope, $"tab={tab}")),
        .. from tab in s_tabs from scope in s_few select new View(Admin, Url("/export/forecast.csv", scope, $"tab={tab}")),
        .. from more in (string[])["months=12", "months=3&model=ets", "tab=replay&at=2025-06", "tab=festival&festival=diwali&month=2026-10"]
           from path in (string[])["/forecast", "/export/forecast.csv"]
           select new View(Supervisor, Url(path, more)),
    ];

    private static IEnumerable<View> Hotspots() =>
    [
        .. from method in s_methods from scope in s_few[..3] select new View(Admin, Url("/export/hotspots.csv", scope, $"method={method}")),
        .. from method in s_methods select new View(Supervisor, Url("/export/hotspots.csv", $"method={method}", "span=24"), "hi-IN"),
        .. from more in (string[])[
            "end=2025-12", "near=20&level=10", "method=clusters&reach=1000&least=5", "method=density&width=5000", "method=cells&with=earlieryears"]
           select new View(Supervisor, Url("/export/hotspots.csv", more)),
        .. from path in (string[])["/export/near-repeats.csv", "/export/concentration.csv"]
           from scope in (string[])["in=IN-MH-482", "in=IN-MH-482&head=theft", "in=IN-MH&span=3"]
           select new View(Admin, Url(path, scope)),
        .. from scope in s_few select new View(Admin, Url("/hotspots", scope)),
    ];

    private static IEnumerable<View> Cases() =>
    [
        .. from path in (string[])["/cases", "/export/case-list.csv"]
           from scope in (string[])[
               "in=IN-MH-482&from=2026-09", "in=IN-MH-482-001&head=theft", "in=IN-TN-603&from=2026-10&status=chargesheeted", "in=IN-MH-482&head=rape"]
           select new View(Admin, Url(path, scope)),
        new View(Supervisor, "/export/case-list.csv"), new View(Officer, "/export/case-list.csv"),
    ];

    private static IEnumerable<View> Queries() =>
    [
        .. from asked in (string[])
           [
               "m=count", "m=count,ratePerLakh&d=jurisdiction", "m=count,share&d=head", "m=count,changeLastYear,countLastYear&d=month",
               "m=count&d=weekday,hour", "m=count&d=gender,ageBand",
               "m=count,disposed,chargesheetRate,decided,convictionRate&d=head&hl=category", "m=count,changePrevious,countPrevious&d=head",
               "m=count&d=year&p=2020-01..2026-11", "m=count&d=status&o=-count&n=3",
           ]
           from scope in (string[])["j=IN-MH", "j=IN-MH-482&h=theft", "h=women,rape&j=IN-MH-482"]
           select new View(Admin, Url("/export/cases.csv", asked.Contains("p=", StringComparison.Ordinal) ? "" : "p=2025-11..2026-11", asked, scope)),
        .. from account in (string[])[Supervisor, Officer]
           from asked in (string[])[
               "m=count,share&d=jurisdiction", "m=count&d=day&p=2026-10-01..2026-11-15", "m=count&d=hour&w=6,7", "m=count&d=head&g=female&a=from18To29"]
           select new View(account, Url("/export/cases.csv", asked.Contains("p=", StringComparison.Ordinal) ? "" : "p=2026-01..2026-11", asked)),
    ];

    private static IEnumerable<View> Tiles() =>
    [
        .. from tile in (string[])["4/11/7", "5/22/14", "8/179/114", "10/718/457", "12/2875/1828"]
           from scope in (string[])["", "in=IN-MH&head=theft", "from=2024-01&until=2025-01&theme=dark&scale=2"]
           select new View(Admin, Url($"/map/tiles/{tile}.png", scope)),
        .. from shapes in (string[])["state", "district"] select new View(Admin, $"/map/boundaries/{shapes}.geojson"),
    ];

    private static string Url(string path, params ReadOnlySpan<string> members)
    {
        var url = path;
        foreach (var member in members)
        {
            if (member.Length > 0)
                url += (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + member;
        }

        return url;
    }
}
