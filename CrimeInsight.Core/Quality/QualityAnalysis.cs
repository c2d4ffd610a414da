using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Quality;

/// <summary>
/// How complete, prompt and plausible the records of a scope are, by the places below it, the worst first. A place is called worse only
/// where its share lies above that of the other places together by more than a margin (<see cref="GapTest"/>), and a month is called silent
/// or too full only against the place's other months (<see cref="MonthBreaks"/>); all of it at one false discovery rate.
/// </summary>
public sealed class QualityAnalysis(IQualityReader reader)
{
    // Categories of offences that happen to somebody or something, at a time and place.
    private static readonly string[] s_judged = ["body", "women", "children", "property"];

    private static readonly int s_gaps = Enum.GetValues<QualityGap>().Length;

    /// <exception cref="ArgumentException">There are no data.</exception>
    public async Task<QualityReport> RunAsync(Scope scope, QualitySettings settings, CancellationToken cancellationToken)
    {
        var until = Month.Of(scope.Status.AsOf ?? throw new ArgumentException("There are no data to judge; import some.", nameof(scope)));
        var first = scope.Status.FirstMonth is { } day ? Month.Of(day) : until;
        var from = first > until - settings.KnownMonths ? first : until - settings.KnownMonths;
        var parts = PartsOf(scope);
        var heads = HeadsOf(scope);
        // The places themselves come after their parts.
        var counts = await reader.ReadAsync(
            [.. parts, .. scope.Within], heads, JudgedOf(heads, scope.Reference.Heads), new Period(from.First, until.First), scope.Viewer, cancellationToken);
        var contacts = (await reader.ContactsAsync(parts, cancellationToken)).ToLookup(contact => contact.Part, contact => contact.Name);
        var report = Judge(parts, counts, from, until, settings);
        return report with { Parts = [.. report.Parts.Select(part => part with { Contacts = [.. contacts[parts.IndexOf(part.Place)]] })] };
    }

    /// <summary>Pure part: counts of <paramref name="parts"/>, and after them of the scope's places, to a report.</summary>
    internal static QualityReport Judge(
        ImmutableArray<Jurisdiction> parts, IReadOnlyList<QualityCounts> counts, Month from, Month until, QualitySettings settings)
    {
        var judgedFrom = until - Math.Min(settings.JudgedMonths, until - from);
        var judged = counts.Where(count => count.Month >= judgedFrom).ToList();
        var whole = Sum.Of(judged.Where(count => count.Part >= parts.Length));
        var sums = parts.Select((_, index) => Sum.Of(judged.Where(count => count.Part == index))).ToList();
        var together = Sum.Of(judged.Where(count => count.Part < parts.Length));
        var tests = new List<(int Part, QualityGap? Gap, MonthBreak? Break, double P)>();
        for (var part = 0; part < parts.Length; part++)
            tests.AddRange(GapTests(part, sums[part], together, settings));
        tests.AddRange(BreakTests(parts.Length, counts, from, until, settings));
        var adjusted = MultipleTesting.BenjaminiHochberg([.. tests.Select(test => test.P)]);
        var passed = tests.Where((_, index) => adjusted[index] <= settings.Level).ToLookup(test => test.Part);
        var rows = parts.Select((place, part) => new PartQuality(
            place,
            sums[part].Cases,
            sums[part].Shares(settings),
            [.. passed[part].Where(test => test.Gap is not null).Select(test => test.Gap!.Value)],
            [.. passed[part].Where(test => test.Break is not null).Select(test => test.Break!).OrderBy(one => one.Month)]));
        return new QualityReport(
            new Period(judgedFrom.First, until.First),
            [.. rows.OrderByDescending(row => row.Findings).ThenByDescending(Wanting).ThenByDescending(row => row.Cases)],
            whole.Shares(settings),
            [.. counts.Where(count => count.Part >= parts.Length).GroupBy(count => count.Month).OrderBy(month => month.Key)
                .Select(month => Sum.Of(month)).Select(sum => new QualityMonth(sum.Month, sum.Cases, sum.Shares(settings)))],
            tests.Count,
            passed.Sum(part => part.Count()))
        {
            Cases = whole.Cases,
            WithoutPart = parts.IsEmpty ? 0 : Math.Max(whole.Cases - together.Cases, 0),
            Settings = settings,
        };
    }

    private static IEnumerable<(int, QualityGap?, MonthBreak?, double)> GapTests(int part, Sum own, Sum all, QualitySettings settings)
    {
        for (var index = 0; index < s_gaps; index++)
        {
            var gap = (QualityGap)index;
            var (mine, others) = (own.Base(gap), all.Base(gap) - own.Base(gap));
            if (mine < settings.LeastJudged || others < settings.LeastJudged)
                continue;
            var limit = (double)(all.Wanting[index] - own.Wanting[index]) / others + settings.MarginPoints / 100;
            yield return (part, gap, null, GapTest.UpperP(own.Wanting[index], mine, limit));
        }
    }

    private static IEnumerable<(int, QualityGap?, MonthBreak?, double)> BreakTests(
        int parts, IReadOnlyList<QualityCounts> counts, Month from, Month until, QualitySettings settings)
    {
        var cases = new long[parts][];
        for (var part = 0; part < parts; part++)
            cases[part] = new long[until - from];
        foreach (var count in counts.Where(count => count.Part < parts))
            cases[count.Part][count.Month - from] = count.Cases;
        var breaks = new MonthBreaks(cases);
        for (var part = 0; part < parts; part++)
        {
            for (var month = Math.Max(until - from - settings.TestedMonths, 0); month < until - from; month++)
            {
                if (breaks.Expected(part, month) is not { } expected || expected < settings.LeastExpected)
                    continue;
                var found = cases[part][month];
                var isSurge = found > expected;
                // Twice as many in a hot month is news, not a fault of the records.
                var p = isSurge && found < settings.SurgeRatio * expected ? 1 : Math.Min(1, 2 * breaks.P(found, expected));
                yield return (part, null, new MonthBreak(from + month, found, expected), p);
            }
        }
    }

    private static ImmutableArray<Jurisdiction> PartsOf(Scope scope) => [.. scope.Within.Length == 1
        ? scope.Reference.Jurisdictions.ChildrenOf(scope.Within[0].Id)
        : scope.Within];

    private static ImmutableArray<CrimeHead> JudgedOf(ImmutableArray<CrimeHead> heads, CrimeHeadTree tree) =>
        [.. heads.Where(head => tree.SelfAndAncestors(head.Id).Any(node => s_judged.Contains(node.Code)))];

    private static ImmutableArray<CrimeHead> HeadsOf(Scope scope)
    {
        IEnumerable<CrimeHead> chosen = scope.Heads.IsEmpty ? [scope.Reference.Heads.Root] : scope.Heads;
        var (tree, leaves) = (scope.Reference.Heads, chosen.SelectMany(head => scope.Reference.Heads.LeavesOf(head.Id)).Distinct().ToImmutableArray());
        // Cases by station and month are no figure of protected heads: they are few, and the page is a file, too.
        return ProtectedHeads.AreOneStepFrom(tree, [.. leaves.Select(head => head.Id)]) ? [.. leaves.Where(head => !tree.IsSensitive(head.Id))] : leaves;
    }

    // Cases with something wanting, each as often as something is.
    private static double Wanting(PartQuality part) => part.Shares.Sum(share => share?.Part ?? 0);

    private sealed record Sum(Month Month, long Cases, long Open, long Judged, long Timed, long[] Wanting)
    {
        public static Sum Of(IEnumerable<QualityCounts> counts)
        {
            var sum = new Sum(default, 0, 0, 0, 0, new long[s_gaps]);
            foreach (var count in counts)
            {
                for (var gap = 0; gap < s_gaps; gap++)
                    sum.Wanting[gap] += count.Wanting[gap];
                sum = sum with
                {
                    Month = count.Month,
                    Cases = sum.Cases + count.Cases,
                    Open = sum.Open + count.Open,
                    Judged = sum.Judged + count.Judged,
                    Timed = sum.Timed + count.Timed,
                };
            }

            return sum;
        }

        /// <summary>Cases a gap is a share of.</summary>
        public long Base(QualityGap gap) => gap switch
        {
            QualityGap.Midnight => Timed,
            QualityGap.ResidualHead => Open,
            _ => Judged,
        };

        public ImmutableArray<Proportion?> Shares(QualitySettings settings) =>
        [
            .. Enum.GetValues<QualityGap>().Select(gap =>
                Base(gap) >= settings.LeastJudged ? new Proportion(Wanting[(int)gap], Base(gap)) : (Proportion?)null),
        ];
    }
}
