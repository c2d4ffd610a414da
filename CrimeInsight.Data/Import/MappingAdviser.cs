using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Understanding;
using CrimeInsight.Core.People;

namespace CrimeInsight.Data.Import;

/// <summary>Suggests a mapping, judges the beginning of the file by it, and asks what it could not tell.</summary>
internal sealed class MappingAdviser(ImportReferenceReader references, TimeProvider clock) : IMappingAdviser
{
    private const int MostRows = 20_000, MostQuestions = 100;
    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);

    // Values that a person can say the meaning of.
    private static readonly RejectReason[] s_asked =
    [
        RejectReason.HeadUnknown, RejectReason.HeadNotLeaf, RejectReason.JurisdictionUnknown, RejectReason.JurisdictionAmbiguous,
        RejectReason.GenderUnknown, RejectReason.StatusUnknown, RejectReason.CoordinatesOutsideIndia,
    ];

    public async Task<MappingAdvice> SuggestAsync(
        Stream content, string name, Viewer viewer, string? encoding, DataFileChoice? choice, string? fileName, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var glance = FileGlance.Of(content, choice);
        var understood = FileUnderstander.Read(glance, encoding);
        var mapping = MappingSuggester.Suggest(understood, name);
        var places = (await references.ReadPlacesAsync(cancellationToken)).Jurisdictions;
        mapping = mapping with { Proposals = MappingProposer.Propose(understood, mapping, places, fileName, choice?.Entry, choice?.Sheet) };
        glance.Content.Position = 0;
        IncidentFile file;
        try
        {
            file = new IncidentFile(glance.Content, ImportMapping.Parse(mapping.ToJson()), encoding);
        }
        catch (ImportRefusedException refusal) when (refusal.Problem is FileProblem.ColumnMissing or FileProblem.MappingInvalid)
        {
            return new MappingAdvice(understood, mapping, glance);
        }

        using (file)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(s_indiaOffset).DateTime);
            var judge = new IncidentJudge(
                file.Layout, mapping.Source, await references.ReadAsync(file.Layout, withInvented: false, cancellationToken), viewer, today);
            return new MappingAdvice(understood, mapping with { Questions = Ask(file.Layout, judge.JudgeAll(file).Take(MostRows)) }, glance);
        }
    }

    private static List<MappingQuestion> Ask(FileLayout layout, IEnumerable<JudgedRow> rows)
    {
        var canonical = layout.Mapping.Columns.Where(column => column.Value.From is not null)
            .ToLookup(column => string.Join(" + ", column.Value.From!), column => column.Key, StringComparer.OrdinalIgnoreCase);
        var asked = from row in rows
                    from reject in row.Rejects
                    where s_asked.Contains(reject.Reason)
                    // Of a place outside India not every point is asked for.
                    let value = reject.Reason == RejectReason.CoordinatesOutsideIndia ? reject.Reason.ToString() : reject.Value ?? ""
                    group reject by (reject.Column, value) into same
                    orderby same.Count() descending, same.Key.value
                    select new MappingQuestion(
                        canonical[same.Key.Column].FirstOrDefault(same.Key.Column), same.Key.value, same.Count(),
                        same.First().Suggestion?.Split(" / ") ?? []);
        return [.. asked.Take(MostQuestions)];
    }
}
