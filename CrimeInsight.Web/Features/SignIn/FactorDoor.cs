using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>The second factor of people: set, asked for, renewed, taken away.</summary>
public sealed class FactorDoor(ISecondFactorStore factors, FactorSecrets secrets, IAttemptCounter attempts, IAuditWriter audit)
{
    public const int RecoveryCodes = 10;

    private const int CodeDigits = 6;

    public static readonly AttemptRule Rule = new(AttemptKind.Factor, 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));

    /// <summary>Null: the person has none.</summary>
    public Task<SecondFactor?> FindAsync(Person person) => factors.FindAsync(person.Id, CancellationToken.None);

    public FactorOffer Offer(Person person, string? token = null) => secrets.Again(person, token);

    /// <summary>Whether a code opens: one of the device, not taken before, or one on paper. False also when too many were tried.</summary>
    public async Task<bool> JudgeAsync(Person person, string? typed)
    {
        AttemptBucket[] buckets = [new(Rule, person.Id.ToString())];
        var wait = await attempts.EnterAsync(buckets, CancellationToken.None);
        if (wait is not null || !await TakeAsync(person, typed ?? ""))
        {
            await NoteAsync(person, AuditActions.FactorFailed);
            return false;
        }

        await attempts.ForgiveAsync(buckets, CancellationToken.None);
        return true;
    }

    /// <summary>Sets the factor that was offered, once a code of it proves that the device has it.</summary>
    /// <returns>Codes for paper; null when the code does not fit.</returns>
    public async Task<IReadOnlyList<string>?> SetAsync(Person person, string? token, string? typed)
    {
        if (await attempts.EnterAsync([new(Rule, person.Id.ToString())], CancellationToken.None) is not null
            || secrets.Open(person, token) is not { } secret
            || secrets.StepOf(secret, Digits(typed ?? "")) is not { } step)
            return null;
        var codes = NewCodes();
        await factors.SetAsync(person.Id, secrets.Hide(secret), step, Hashes(codes), CancellationToken.None);
        await NoteAsync(person, AuditActions.FactorSet);
        return codes;
    }

    /// <summary>Other codes for paper; those before open nothing any more.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryAsync(Person person)
    {
        var codes = NewCodes();
        await factors.RenewRecoveryAsync(person.Id, Hashes(codes), CancellationToken.None);
        await NoteAsync(person, AuditActions.RecoveryRenewed);
        return codes;
    }

    public async Task RemoveAsync(Person person)
    {
        await factors.RemoveAsync(person.Id, CancellationToken.None);
        await NoteAsync(person, AuditActions.FactorRemoved);
    }

    private async Task<bool> TakeAsync(Person person, string typed)
    {
        if (await FindAsync(person) is not { } factor)
            return false;
        if (Digits(typed) is { Length: CodeDigits } digits && typed.All(letter => char.IsDigit(letter) || char.IsWhiteSpace(letter)))
            return secrets.StepOfStored(factor.Secret, digits) is { } step && await factors.TakeStepAsync(person.Id, step, CancellationToken.None);
        if (!await factors.TakeRecoveryAsync(person.Id, OneTimeCode.Hash(typed), CancellationToken.None))
            return false;
        await NoteAsync(person, AuditActions.RecoveryUsed);
        return true;
    }

    private Task NoteAsync(Person person, string action) => audit.WriteAsync(AuditEntry.By(person.ToViewer(), action), CancellationToken.None);

    // Digits of every script, as a keyboard writes them.
    private static string Digits(string typed) => string.Concat(typed.Where(char.IsDigit).Select(digit => (int)char.GetNumericValue(digit)));

    private static List<string> NewCodes() => [.. Enumerable.Range(0, RecoveryCodes).Select(_ => OneTimeCode.Create())];

    private static List<byte[]> Hashes(IEnumerable<string> codes) => [.. codes.Select(OneTimeCode.Hash)];
}
