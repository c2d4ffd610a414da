using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What steps found, as it is stored.</summary>
public static class StepReports
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IncludeFields = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MonthText() },
    };

    public static string Write<T>(T report) => JsonSerializer.Serialize(report, s_json);

    /// <summary>What was found; null when there is nothing, or what another version of the product wrote.</summary>
    public static T? Read<T>(string? json)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the check or the import of a file found.</summary>
    public static ImportReport? ReadImport(UploadStep? step) => step is { State: StepState.Done } ? Read<ImportReport>(step.ReportJson) : null;
}
