using System.Globalization;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What is odd about a file, in words with their evidence.</summary>
internal static class AnomalyWords
{
    public static TextKey Of(Anomaly anomaly)
    {
        FigureValue place = anomaly.Place is { } placeCode ? new PlaceFigure(placeCode) : FigureValue.Nothing;
        FigureValue month = anomaly.Month is { } day ? day : FigureValue.Nothing;
        FigureValue head = anomaly.Head is { } headCode ? new HeadFigure(headCode) : FigureValue.Nothing;
        var found = anomaly.Found is { } cases ? cases : FigureValue.Withheld(isProtecting: false);
        var of = FigureValue.NumberOrNothing(anomaly.Of);
        var expected = FigureValue.NumberOrNothing(anomaly.Expected is { } mean ? Math.Round(mean, mean < 10 ? 1 : 0) : null);
        return anomaly.Kind switch
        {
            AnomalyKind.PlaceSilent => Key(anomaly, place, month, expected),
            AnomalyKind.MonthLow or AnomalyKind.MonthTenfold => Key(anomaly, place, month, found, expected),
            AnomalyKind.OnePoint or AnomalyKind.OneDay => Key(anomaly, FigureValue.Text(anomaly.Value), found, of),
            AnomalyKind.OneHour => Key(anomaly, FigureValue.Text($"{anomaly.Value}:00"), found, of),
            AnomalyKind.OneGender => Key(anomaly, CaseWords.Of((Gender)Code(anomaly)), found, of),
            AnomalyKind.OneAge => Key(anomaly, CaseWords.Of((AgeBand)Code(anomaly)), found, of),
            AnomalyKind.Midnight or AnomalyKind.FirstOfMonth => Key(anomaly, found, of),
            AnomalyKind.OldDates => Key(anomaly, found, FigureValue.Text(anomaly.Value)),
            AnomalyKind.HeadVanishes => Key(anomaly, head, expected),
            AnomalyKind.HeadAppears => Key(anomaly, head, found, of),
            AnomalyKind.HeadShift => Key(anomaly, head, found, expected),
            _ => Key(anomaly, found),
        };
    }

    private static short Code(Anomaly anomaly) => short.Parse(anomaly.Value ?? "0", CultureInfo.InvariantCulture);

    private static TextKey Key(Anomaly anomaly, params FigureValue[] arguments) => TextKey.Of<ImportText>($"Anomaly{anomaly.Kind}", [.. arguments]);
}
