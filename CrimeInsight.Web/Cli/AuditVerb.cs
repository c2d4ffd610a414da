using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Trail;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary><c>audit verify</c>: the whole audit trail against its seals.</summary>
internal static class AuditVerb
{
    /// <summary>Exit code when the trail or its seals do not hold.</summary>
    public const int DoesNotHold = 2;

    private static readonly CultureInfo s_culture = CultureInfo.GetCultureInfo("en-IN");

    public static Command Create()
    {
        var verify = new Command("verify",
            "Verifies every row of the audit trail and every seal (docs/operations.md), and prints { rows, seals, sealedId, sealedAt, verifiedAt, limit } as "
                + "JSON; or one line that says what does not hold and where. Exit codes: 0 it holds, 1 it could not be verified, 2 it does not hold.");
        verify.SetAction(async (_, cancellation) =>
        {
            await using var host = await VerbHost.OpenAsync(cancellation);
            return await RunAsync(host.Services, Console.Out, Console.Error, cancellation);
        });
        return new Command("audit", "Looks after the audit trail.") { verify };
    }

    /// <summary>Everything but opening the database.</summary>
    internal static async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var check = await services.GetRequiredService<IAuditVerifier>().VerifyAsync(cancellationToken);
        if (check.Finding is { } finding)
        {
            await errors.WriteLineAsync(AuditWords.Of(finding, s_culture));
            return DoesNotHold;
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            rows = check.Rows,
            seals = check.Seals,
            sealedId = check.SealedId,
            sealedAt = check.SealedAt,
            verifiedAt = check.VerifiedAt,
            limit = AuditText.ResourceManager.GetString(nameof(AuditText.Limit), s_culture),
        }));
        return 0;
    }
}
