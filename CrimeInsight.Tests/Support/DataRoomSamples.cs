using System.Collections.Immutable;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Tests.Support;

/// <summary>What steps of uploads find, made up.</summary>
internal static class DataRoomSamples
{
    public static FileSketch Sketch { get; } = new(
        "utf-8", ';',
        [
            new SketchColumn("Occurred From", false, 3, ["05-03-2024", "06-03-2024"]), new SketchColumn("head_code", false, 3, ["burglary"]),
            new SketchColumn("District", false, 3, ["Chennai"]), new SketchColumn("Victim Name", true, 3, []),
        ],
        1_234_567, [new SketchRow(2, ["05-03-2024", "burglary", "Chennai", null])], [new SketchRow(9, ["06-03-2024", "theft", "Madurai", null])],
        new string('a', 64), new string('b', 64));

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
