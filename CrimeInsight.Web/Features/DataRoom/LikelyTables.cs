using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Pairs of records that may be one case, as tables; what the two say is for the screen of those who decide.</summary>
internal static class LikelyTables
{
    public static FigureTable Pairs(string view, IEnumerable<LikelyPair> pairs) => FigureTable.Of(
        view,
        [
            DataRoomTables.Column("row", FigureUnit.Number, nameof(DataRoomText.ColumnRow)).Of<LikelyPair>(pair => pair.Second.Row),
            DataRoomTables.Column("caseNumber", FigureUnit.Text, nameof(DataRoomText.FieldSourceReference))
                .Of<LikelyPair>(pair => FigureValue.Text(pair.SecondContent.CaseNumber)),
            DataRoomTables.Column("twinBatch", FigureUnit.Number, nameof(DataRoomText.ColumnTwinBatch)).Of<LikelyPair>(pair => pair.First.BatchNumber),
            DataRoomTables.Column("twinRow", FigureUnit.Number, nameof(DataRoomText.ColumnTwinRow)).Of<LikelyPair>(pair => pair.First.Row),
            DataRoomTables.Column("twinCaseNumber", FigureUnit.Text, nameof(DataRoomText.ColumnTwinNumber))
                .Of<LikelyPair>(pair => FigureValue.Text(pair.FirstContent.CaseNumber)),
            DataRoomTables.Column("probability", FigureUnit.Percent, nameof(DataRoomText.ColumnScore)).To(1).Of<LikelyPair>(pair => 100 * pair.Score),
            DataRoomTables.Column("for", FigureUnit.Text, nameof(DataRoomText.LikelyFor)).Of<LikelyPair>(pair => Words(LikelyWords.For(pair.Agreement))),
            DataRoomTables.Column("against", FigureUnit.Text, nameof(DataRoomText.LikelyAgainst))
                .Of<LikelyPair>(pair => Words(LikelyWords.Against(pair.Agreement))),
            DataRoomTables.Column("decision", FigureUnit.Text, nameof(DataRoomText.ColumnDecision)).Of<LikelyPair>(
                pair => pair.Decision is { } decision ? TextKey.Of<DataRoomText>(LikelyWords.Of(decision)) : FigureValue.Nothing),
        ],
        pairs);

    private static ListFigure Words(IEnumerable<string> keys) => new([.. keys.Select(key => (FigureValue)TextKey.Of<DataRoomText>(key))]);
}
