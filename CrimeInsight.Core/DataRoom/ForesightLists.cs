using System.Text.Json;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What a check tells beside its report, as lists beside the upload: an entry a line. Written anew by each check.</summary>
public sealed class ForesightLists : IForesightSink, IDisposable
{
    /// <summary>Most entries of a list.</summary>
    public const int MostRows = 50_000;

    private const string ChangesName = "changes", PairsName = "pairs";

    private readonly TextWriter[] _rows;
    private readonly TextWriter[] _prepared;
    private readonly int[] _counts;
    private readonly int[] _preparedCounts;
    private readonly TextWriter _changes;
    private readonly TextWriter _pairs;

    internal ForesightLists(IUploadFiles files, Guid upload)
    {
        _rows = [.. Enum.GetValues<OutcomeKind>().Select(kind => files.WriteList(upload, NameOf(kind)))];
        _prepared = [.. Enum.GetValues<PreparationStep>().Select(step => files.WriteList(upload, NameOf(step)))];
        _counts = new int[_rows.Length];
        _preparedCounts = new int[_prepared.Length];
        _changes = files.WriteList(upload, ChangesName);
        _pairs = files.WriteList(upload, PairsName);
    }

    public void Add(OutcomeRow row)
    {
        if (_counts[(int)row.Kind]++ < MostRows)
            _rows[(int)row.Kind].WriteLine(JsonSerializer.Serialize(row));
    }

    public void Add(ForeseenChange change) => _changes.WriteLine(StepReports.Write(change));

    public void Add(PreparedRow row)
    {
        if (_preparedCounts[(int)row.Step]++ < MostRows)
            _prepared[(int)row.Step].WriteLine(JsonSerializer.Serialize(row));
    }

    public void Add(LikelyPair pair) => _pairs.WriteLine(StepReports.Write(pair));

    public void Dispose()
    {
        foreach (var list in _rows.Concat(_prepared))
            list.Dispose();
        _changes.Dispose();
        _pairs.Dispose();
    }

    /// <summary>Entries of a list; none when there is no list.</summary>
    /// <param name="skip">Entries before the first.</param>
    /// <param name="most">Entries at most.</param>
    public static IReadOnlyList<OutcomeRow> Rows(IUploadFiles files, Guid upload, OutcomeKind kind, int skip, int most) =>
        [.. Lines(files, upload, NameOf(kind)).Skip(skip).Take(most).Select(line => JsonSerializer.Deserialize<OutcomeRow>(line)!)];

    /// <summary>What would change where; empty when there is no list.</summary>
    public static IReadOnlyList<ForeseenChange> Changes(IUploadFiles files, Guid upload) =>
        [.. Lines(files, upload, ChangesName).Select(StepReports.Read<ForeseenChange>).OfType<ForeseenChange>()];

    /// <summary>Records that may be one case, the most probable first; empty when there is no list.</summary>
    public static IReadOnlyList<LikelyPair> Pairs(IUploadFiles files, Guid upload, int most) =>
        [.. Lines(files, upload, PairsName).Take(most).Select(StepReports.Read<LikelyPair>).OfType<LikelyPair>()];

    /// <summary>Entries in a list.</summary>
    public static int Count(IUploadFiles files, Guid upload, OutcomeKind kind) => Lines(files, upload, NameOf(kind)).Count();

    /// <summary>What a step of preparing changed; none when there is no list.</summary>
    public static IReadOnlyList<PreparedRow> Prepared(IUploadFiles files, Guid upload, PreparationStep step) =>
        [.. Lines(files, upload, NameOf(step)).Select(line => JsonSerializer.Deserialize<PreparedRow>(line)!)];

    private static string NameOf(PreparationStep step) => "prepared-" + step.ToString().ToLowerInvariant();

    private static string NameOf(OutcomeKind kind) => "outcome-" + kind.ToString().ToLowerInvariant();

    private static IEnumerable<string> Lines(IUploadFiles files, Guid upload, string name)
    {
        if (files.OpenList(upload, name) is not { } list)
            yield break;
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
