using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// What is stored of a forecast besides its figures, as short JSON: <c>p</c> parameters, <c>w</c> weights of the members,
/// <c>a</c> form chosen from the data, <c>t</c> track record: origins, first history, steps, forecasts, and per method name,
/// baseline, MAE, MASE, RMSSE, WAPE, bias, then per level percent, coverage, MSIS; <c>e</c> values known at the first origin, then the
/// error one step ahead at it and the following ones; <c>j</c> adjustments: kind, index, was, used; <c>q</c> root mean square errors in the
/// order of <c>t</c>; <c>s</c> sums over the forecasts of the method shown: their number, |e|, e², what came; <c>b</c> the combination
/// against the plain rule over series of like volume: rule, series, difference, standard error. Figures keep five digits; what older
/// versions did not store is read as not known.
/// </summary>
internal static class ForecastDetail
{
    private const string Digits = "G5";

    public static string Write(ForecastReport report)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteBoolean("a", report.IsFormAutomatic);
            WritePairs(json, "p", report.Parameters.Select(parameter => (parameter.Name, parameter.Value)));
            WritePairs(json, "w", report.Members.Select(member => (member.Method, member.Weight)));
            json.WritePropertyName("t");
            Write(json, report.TrackRecord);
            WriteErrors(json, report);
            WriteAdjustments(json, report.Adjustments);
            WriteSquares(json, report);
            WritePlain(json, report.Plain);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static StoredDetail Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new StoredDetail(
            root.GetProperty("a").GetBoolean(),
            [.. Pairs(root.GetProperty("p")).Select(pair => new ForecastParameter(pair.Name, pair.Value))],
            [.. Pairs(root.GetProperty("w")).Select(pair => new MemberWeight(pair.Name, pair.Value))],
            ReadTrack(root.GetProperty("t"), root.TryGetProperty("q", out var squares) ? [.. squares.EnumerateArray().Select(NumberOf)] : []),
            ReadErrors(root.GetProperty("e")),
            [.. root.GetProperty("j").EnumerateArray().Select(one => new SeriesAdjustment(
                (AdjustmentKind)one[0].GetInt32(), one[1].GetInt32(), NumberOf(one[2]) ?? 0, NumberOf(one[3]) ?? 0))],
            root.TryGetProperty("b", out var plain)
                ? new PlainComparison(plain[0].GetString()!, plain[1].GetInt32(), NumberOf(plain[2]) ?? 0, NumberOf(plain[3]) ?? 0) : null);
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string Name, double Value)> pairs)
    {
        json.WriteStartArray(name);
        foreach (var (key, value) in pairs)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            Write(json, value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter json, ForecastReport report)
    {
        json.WriteStartArray("e");
        if (!report.Past.IsEmpty)
            json.WriteNumberValue(report.Past[0].HistoryLength);
        foreach (var past in report.Past)
            Write(json, report.Request.Values[past.HistoryLength] - past.Mean[0]);
        json.WriteEndArray();
    }

    private static void WriteAdjustments(Utf8JsonWriter json, ImmutableArray<SeriesAdjustment> adjustments)
    {
        json.WriteStartArray("j");
        foreach (var adjustment in adjustments)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)adjustment.Kind);
            json.WriteNumberValue(adjustment.Index);
            Write(json, adjustment.Was);
            Write(json, adjustment.Used);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSquares(Utf8JsonWriter json, ForecastReport report)
    {
        json.WriteStartArray("q");
        foreach (var method in report.TrackRecord.Methods)
            Write(json, method.RootMeanSquareError);
        json.WriteEndArray();
        if (report.OwnRecord is not { RootMeanSquareError: { } root } own)
            return;
        var count = report.TrackRecord.ForecastCount;
        json.WriteStartArray("s");
        json.WriteNumberValue(count);
        Write(json, own.MeanAbsoluteError * count);
        Write(json, root * root * count);
        Write(json, own.Wape is > 0 and { } wape ? own.MeanAbsoluteError / wape * count : own.Wape is null ? 0 : null);
        json.WriteEndArray();
    }

    private static void WritePlain(Utf8JsonWriter json, PlainComparison? plain)
    {
        if (plain is null)
            return;
        json.WriteStartArray("b");
        json.WriteStringValue(plain.Rule);
        json.WriteNumberValue(plain.SeriesCount);
        Write(json, plain.Difference);
        Write(json, plain.StandardError);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TrackRecord track)
    {
        json.WriteStartArray();
        json.WriteNumberValue(track.Origins);
        json.WriteNumberValue(track.FirstHistoryLength);
        json.WriteNumberValue(track.MostSteps);
        json.WriteNumberValue(track.ForecastCount);
        foreach (var method in track.Methods)
            Write(json, method);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MethodRecord method)
    {
        json.WriteStartArray();
        json.WriteStringValue(method.Method);
        json.WriteNumberValue(method.IsBaseline ? 1 : 0);
        foreach (var value in new[] { method.MeanAbsoluteError, method.Mase, method.Rmsse, method.Wape, method.Bias })
            Write(json, value);
        foreach (var level in method.Levels)
            foreach (var value in new[] { level.LevelPercent, level.CoveragePercent, level.Msis })
                Write(json, value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, double? value)
    {
        if (value is { } known && double.IsFinite(known))
            json.WriteRawValue(known.ToString(Digits, CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            json.WriteNullValue();
    }

    private static IEnumerable<(string Name, double Value)> Pairs(JsonElement array) =>
        array.EnumerateArray().Select(pair => (pair[0].GetString()!, NumberOf(pair[1]) ?? 0));

    private static ImmutableArray<PastError> ReadErrors(JsonElement errors)
    {
        var first = errors.GetArrayLength() == 0 ? 0 : errors[0].GetInt32();
        return [.. errors.EnumerateArray().Skip(1).Select((error, i) => new PastError(first + i, NumberOf(error) ?? 0))];
    }

    private static TrackRecord ReadTrack(JsonElement track, double?[] squares) => new(
        track[0].GetInt32(), track[1].GetInt32(), track[2].GetInt32(), track[3].GetInt32(),
        [.. track.EnumerateArray().Skip(4).Select((method, i) => ReadMethod(method) with { RootMeanSquareError = i < squares.Length ? squares[i] : null })]);

    private static MethodRecord ReadMethod(JsonElement method)
    {
        var values = method.EnumerateArray().Skip(2).Select(NumberOf).ToArray();
        var levels = ImmutableArray.CreateBuilder<LevelRecord>();
        for (var i = 5; i + 2 < values.Length; i += 3)
            levels.Add(new LevelRecord(values[i] ?? 0, values[i + 1] ?? 0, values[i + 2]));
        return new MethodRecord(method[0].GetString()!, method[1].GetInt32() == 1, values[0] ?? 0, values[1], values[2], values[3], values[4]
            ?? 0, levels.ToImmutable());
    }

    private static double? NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
