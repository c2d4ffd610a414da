using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Data.Connections;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Web.Cases;

/// <summary>
/// Every answer of the site that could tell of protected cases, asked by people of every kind: none holds their hour, exact place, words or value,
/// none counts few of them by station, and who is not meant to know of them is told nothing.
/// </summary>
public sealed partial class ProtectedAnswersTests(ProtectedSite place) : IClassFixture<ProtectedSite>
{
    private const string Months = "from=2024-05&until=2024-06";
    private const string Query = "/export/cases.{f}?m=count&p=2024-05..2024-06";

    private static readonly string[] s_formats = ["csv", "json", "xlsx", "parquet"];

    // {s}: the station; {f}: each form of a file; {u}, {b}: the upload and the batch; {i}: each protected case.
    private static readonly string[] s_addresses =
    [
        $"/cases?{Months}", $"/cases?{Months}&head=rape", $"/cases?{Months}&features=1", $"/cases?{Months}&status=chargesheeted", "/cases?number=P/",
        "/cases?number=N/4", "/cases?number=302", $"/cases?in={{s}}&{Months}&head=burglary&features=1", "/cases/{i}",
        $"/?in={{s}}&{Months}&head=rape", $"/?in={{s}}&{Months}",
        $"/export/case-list.{{f}}?{Months}", $"/export/case-list.{{f}}?{Months}&features=1", $"/export/case-list.{{f}}?{Months}&head=rape&features=1",
        "/export/case-list.{f}?number=P/&features=1", "/quality?in=IN-TN&head=rape", "/quality?in={s}", "/export/quality.{f}?in=IN-TN",
        "/map/boundaries/station.geojson", $"/map?in={{s}}&{Months}", $"/map?in={{s}}&{Months}&head=rape&layer=density",
        $"/hotspots?in=IN-TN&{Months}", "/export/hotspots.{f}?in=IN-TN", "/export/near-repeats.{f}?in=IN-TN&head=burglary",
        "/export/concentration.{f}?in=IN-TN",
        "/export/hotspots.{f}?in=IN-TN&head=rape", "/export/forecast.{f}?in={s}&head=rape", "/export/forecast.{f}?in=IN-TN", "/export/validation.{f}?in=IN-TN",
        "/audit", "/export/audit.{f}?person=admin", "/export/audit.{f}", "/data-room", "/data-room/{u}", "/data-room/{u}/prepare",
        "/data-room/{u}/check", "/data-room/{u}/import", "/data-room/{u}/rejects.csv", "/data-room/batches", "/data-room/batches/{b}",
        "/export/batch-rejects.{f}?batch={b}", "/export/batch-duplicates.{f}?batch={b}", "/export/batch-pairs.{f}?batch={b}",
        "/export/batch-conflicts.{f}?batch={b}",
        "/export/check-pairs.{f}?upload={u}", "/export/check-changes.{f}?upload={u}",
    ];

    // Answers that count: no line of the station holds 1 to 4.
    private static readonly string[] s_counts =
    [
        $"{Query}&d=jurisdiction&jl=station&h=rape", $"{Query}&d=jurisdiction&jl=station&h=rape,murder", $"{Query}&d=jurisdiction,head&jl=station&h=children",
        $"{Query}&d=jurisdiction,month&jl=station&h=pocso", $"{Query}&d=jurisdiction&jl=station&x=IPC:376", $"{Query}&d=jurisdiction,hour&jl=station",
        $"{Query}&d=jurisdiction,hour&jl=station&h=burglary", $"{Query}&d=jurisdiction,hour&jl=station&h=rape", 
        $"{Query}&d=jurisdiction,gender&jl=station", $"{Query}&d=jurisdiction,ageBand&jl=station&h=burglary", $"{Query}&d=jurisdiction&jl=station&a=from12To15",
        $"{Query}&d=jurisdiction&jl=station&t=21", $"{Query}&d=jurisdiction&jl=station&t=-1&h=burglary", $"{Query}&d=jurisdiction,day&jl=station&h=burglary",
        $"{Query}&d=jurisdiction,status&jl=station&h=rape", "/export/quality.{f}?in=IN-TN&head=rape", "/export/quality.{f}?in={d}&head=rape",
        "/export/hotspots.{f}?in={d}&head=rape", "/export/check-changes.{f}?upload={u}",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_ToAnybody_HoldNothingThatTheLawWithholds()
    {
        Assert.True(place.ProtectedIds.Count >= 12, $"{place.ProtectedIds.Count}");
        List<string> found = [];
        var answered = 0;
        foreach (var (name, _) in place.People)
        {
            using var client = await place.SignInAsync(name);
            foreach (var (address, isCount) in Addresses())
            {
                using var answer = await client.GetAsync(address);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    found.Add($"{name} {address}: {answer.StatusCode}");
                if (answer.StatusCode != HttpStatusCode.OK)
                    continue;
                answered++;
                var text = await TextAsync(answer);
                if (Secret().Match(text) is { Success: true } secret)
                    found.Add($"{name} {address}: …{text[Math.Max(0, secret.Index - 80)..Math.Min(text.Length, secret.Index + 80)]}…");
                if (isCount && address.Contains(".csv", StringComparison.Ordinal))
                    found.AddRange(text.Split('\n').Where(IsFew).Select(line => $"{name} {address}: {line}"));
                if (name == "stranger" && text.Contains(">P/", StringComparison.Ordinal))
                    found.Add($"{name} {address}: of another station");
            }
        }

        Assert.True(found.Count == 0, $"{found.Count} of {answered}:\n{string.Join("\n", found)}");
        Assert.InRange(answered, 120, int.MaxValue);
    }

    [Fact]
    public async Task UploadsAndCases_OfOthers_AreNotThere()
    {
        using var other = await place.SignInAsync("fresh-admin");
        using var stranger = await place.SignInAsync("stranger");
        foreach (var address in (string[])["/data-room/{u}/rejects.csv", "/export/check-pairs.csv?upload={u}", "/export/check-changes.json?upload={u}"])
        {
            using var answer = await other.GetAsync(Fill(address));
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }

        foreach (var id in place.ProtectedIds)
        {
            using var answer = await stranger.GetAsync($"/cases/{id}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    // As the role of the app, with the person told: every table, view and partition that may be read at all.
    [Fact]
    public async Task Tables_ReadAsTheAppsRole_HoldNothingThatTheLawWithholds()
    {
        List<string> found = [];
        var read = 0;
        foreach (var (name, viewer) in place.People)
        {
            await using var session = await PersonSession.OpenAsync(place.Site.Database.App, viewer, timeout: null, Cancel);
            var connection = session.Connection;
            foreach (var (table, isOwn) in await connection.QueryAsync<(string, bool)>(Readable))
            {
                read++;
                found.AddRange((await connection.QueryAsync<string>(
                    $"SELECT left(t::text, 300) FROM {table} AS t WHERE t::text ~ @secret LIMIT 2", new { secret = Secret().ToString() }))
                    .Select(row => $"{name} {table}: {row}"));
                if (isOwn && name == "stranger" && await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}") is > 0 and var rows)
                    found.Add($"{name} {table}: {rows} rows");
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.InRange(read, 100, int.MaxValue);
    }

    // Not tables of geography, nor the steps of uploads, which show their owners their own files.
    // Of tables of cases a stranger, who has none, sees nothing.
    private const string Readable = """
        SELECT format('%I.%I', n.nspname, c.relname), c.relname ~ '^(incident|rollup|batch|likely|upload|forecast|result|hotspot)'
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname !~ '^(boundary|city|upload_step)' AND c.relkind IN ('r', 'm', 'v', 'p')
          AND n.nspname IN ('crime', 'staging') AND has_table_privilege(c.oid, 'SELECT')
        ORDER BY 1
        """;

    [GeneratedRegex($"{PlantedMarks.Time}|{PlantedMarks.Value}|(?<![0-9])(13[.,]0829|80[.,]2709)|sweepword")]
    private static partial Regex Secret();

    private IEnumerable<(string Address, bool IsCount)> Addresses()
    {
        foreach (var (address, isCount) in s_addresses.Select(one => (one, false)).Concat(s_counts.Select(one => (one, true))).Concat(Kinds()))
        {
            if (address.Contains("{i}", StringComparison.Ordinal))
                foreach (var id in place.ProtectedIds)
                    yield return (address.Replace("{i}", $"{id}", StringComparison.Ordinal), false);
            else
                foreach (var format in address.Contains("{f}", StringComparison.Ordinal) ? FormatsOf(address) : [""])
                    yield return (Fill(address.Replace("{f}", format, StringComparison.Ordinal)), isCount);
        }

        for (var zoom = 5; zoom <= 14; zoom += 3)
            yield return ($"/map/tiles/{zoom}/{(23684 >> (15 - zoom))}/{(15184 >> (15 - zoom))}.png?in=IN-TN&{Months}", false);
    }

    private static string[] FormatsOf(string address) => address.StartsWith("/export/case-list", StringComparison.Ordinal) ? s_formats : ["csv"];

    private static IEnumerable<(string, bool)> Kinds() =>
    [
        .. Enum.GetNames<OutcomeKind>().Select(kind => ($"/export/check-rows.{{f}}?upload={{u}}&kind={kind.ToLowerInvariant()}", false)),
        .. Enum.GetNames<PreparationStep>().Select(step => ($"/export/prepared-rows.{{f}}?upload={{u}}&step={step.ToLowerInvariant()}", false)),
    ];

    private string Fill(string address) => address
        .Replace("{s}", place.Station, StringComparison.Ordinal).Replace("{d}", place.Station[..place.Station.LastIndexOf('-')], StringComparison.Ordinal)
        .Replace("{u}", $"{place.Upload}", StringComparison.Ordinal).Replace("{b}", $"{place.Batch}", StringComparison.Ordinal);

    private bool IsFew(string line) =>
        line.Contains(place.Station, StringComparison.Ordinal) && line.TrimEnd('\r').Split(',').Any(cell => cell.Trim('"') is "1" or "2" or "3" or "4");

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return Encoding.UTF8.GetString(bytes);
        await using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel));
            text.AppendLine(await reader.ReadToEndAsync(Cancel));
        }

        return text.ToString();
    }
}
