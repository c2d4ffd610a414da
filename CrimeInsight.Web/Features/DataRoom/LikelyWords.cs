using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What speaks for two records being one case, and what against it, as keys of texts.</summary>
internal static class LikelyWords
{
    private static readonly Dictionary<(LikenessField Field, int Level), string> s_for = new()
    {
        [(LikenessField.Day, 1)] = nameof(DataRoomText.LikelyDay1),
        [(LikenessField.Time, 1)] = nameof(DataRoomText.LikelyTime1),
        [(LikenessField.Time, 2)] = nameof(DataRoomText.LikelyTime2),
        [(LikenessField.Time, 3)] = nameof(DataRoomText.LikelyTime3),
        [(LikenessField.Place, 1)] = nameof(DataRoomText.LikelyPlace1),
        [(LikenessField.Place, 2)] = nameof(DataRoomText.LikelyPlace2),
        [(LikenessField.Place, 3)] = nameof(DataRoomText.LikelyPlace3),
        [(LikenessField.Head, 1)] = nameof(DataRoomText.LikelyHead1),
        [(LikenessField.Reference, 1)] = nameof(DataRoomText.LikelyReference1),
        [(LikenessField.Reference, 2)] = nameof(DataRoomText.LikelyReference2),
        [(LikenessField.Value, 1)] = nameof(DataRoomText.LikelyValue1),
        [(LikenessField.Value, 2)] = nameof(DataRoomText.LikelyValue2),
        [(LikenessField.Words, 1)] = nameof(DataRoomText.LikelyWords1),
        [(LikenessField.Words, 2)] = nameof(DataRoomText.LikelyWords2),
        [(LikenessField.VictimGender, 1)] = nameof(DataRoomText.LikelyVictimGender1),
        [(LikenessField.VictimAge, 1)] = nameof(DataRoomText.LikelyVictimAge1),
        [(LikenessField.OffenderGender, 1)] = nameof(DataRoomText.LikelyOffenderGender1),
        [(LikenessField.OffenderAge, 1)] = nameof(DataRoomText.LikelyOffenderAge1),
        [(LikenessField.Delay, 1)] = nameof(DataRoomText.LikelyDelay1),
    };

    private static readonly Dictionary<(LikenessField Field, int Level), string> s_against = new()
    {
        [(LikenessField.Station, 2)] = nameof(DataRoomText.LikelyStation2),
        [(LikenessField.Day, 2)] = nameof(DataRoomText.LikelyDay2),
        [(LikenessField.Day, 3)] = nameof(DataRoomText.LikelyDay3),
        [(LikenessField.Time, 4)] = nameof(DataRoomText.LikelyTime4),
        [(LikenessField.Place, 4)] = nameof(DataRoomText.LikelyPlace4),
        [(LikenessField.Head, 2)] = nameof(DataRoomText.LikelyHead2),
        [(LikenessField.Head, 3)] = nameof(DataRoomText.LikelyHead3),
        [(LikenessField.Value, 3)] = nameof(DataRoomText.LikelyValue3),
        [(LikenessField.Words, 3)] = nameof(DataRoomText.LikelyWords3),
        [(LikenessField.VictimGender, 2)] = nameof(DataRoomText.LikelyVictimGender2),
        [(LikenessField.VictimAge, 3)] = nameof(DataRoomText.LikelyVictimAge3),
        [(LikenessField.OffenderGender, 2)] = nameof(DataRoomText.LikelyOffenderGender2),
        [(LikenessField.OffenderAge, 3)] = nameof(DataRoomText.LikelyOffenderAge3),
        [(LikenessField.Delay, 3)] = nameof(DataRoomText.LikelyDelay3),
    };

    public static IEnumerable<string> For(Agreement agreement) => Find(s_for, agreement);

    public static IEnumerable<string> Against(Agreement agreement) => Find(s_against, agreement);

    public static string Of(PairDecision decision) =>
        decision == PairDecision.Same ? nameof(DataRoomText.LikelyDecidedSame) : nameof(DataRoomText.LikelyDecidedDifferent);

    // In the order of the lists.
    private static IEnumerable<string> Find(Dictionary<(LikenessField Field, int Level), string> words, Agreement agreement) =>
        words.Where(word => agreement[word.Key.Field] == word.Key.Level).Select(word => word.Value);
}
