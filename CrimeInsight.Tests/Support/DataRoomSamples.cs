using System.Collections.Immutable;
using System.Text;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Tests.Support;

/// <summary>What steps of uploads find, made up.</summary>
internal static class DataRoomSamples
{
    // Beside a few rows none is odd.
    private static readonly FileUnderstanding s_file = FileUnderstander.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"""
        Register of Chennai;;;
        Occurred From;head_code;District;Victim Name
        05-03-2024;burglary;Chennai;A. B.
        16-03-2024;chain pulling;Madurai;C. D.
        17-03-2024;burglary;;
        {string.Concat(Enumerable.Repeat("04-03-2024;burglary;Chennai;E. F.\n", 30))}Total;33;;
        """)));

    public static FileSketch Sketch { get; } = new(
        [
            new SketchColumn("Occurred From", false, 3, ["05-03-2024", "06-03-2024"]), new SketchColumn("head_code", false, 3, ["burglary"]),
            new SketchColumn("District", false, 3, ["Chennai"]), new SketchColumn("Victim Name", true, 3, []),
        ],
        1_234_567, [new SketchRow(2, ["05-03-2024", "burglary", "Chennai", null])], [new SketchRow(9, ["06-03-2024", "theft", "Madurai", null])],
        new string('b', 64), s_file,
        MappingSuggester.Suggest(s_file, "records") with
        {
            Name = null,
            Questions = [new MappingQuestion("head_code", "chain pulling", 40, ["chain-snatching"])],
        });

    public static ImportReport Report(long accepted = 1_000, long rejected = 0) => new()
    {
        FileName = "cases.csv",
        BatchId = Guid.Empty,
        IsDryRun = true,
        Source = "records",
        Encoding = "utf-8",
        Delimiter = ',',
        Rows = accepted + rejected,
        Accepted = accepted,
        Updated = 0,
        Duplicates = 0,
        Conflicts = 0,
        EqualRows = 0,
        Rejected = rejected,
        Sha256 = new string('b', 64),
        Reasons = rejected == 0 ? [] : [KeyValuePair.Create(RejectReason.HeadUnknown, rejected)],
        Examples = rejected == 0 ? [] : [new RejectedCell(7, 7, "head_code", "burglarry", RejectReason.HeadUnknown, "burglary")],
        Corrections = ImmutableArray<NameCorrection>.Empty,
        Warnings = [],
        IgnoredColumns = [],
        Seconds = 1,
    };
}
