using System.Globalization;
using System.Text;

namespace CrimeInsight.Data.Audit;

/// <summary>A signature under the head of the trail: a line of the file of seals.</summary>
/// <param name="Id">The newest row.</param>
/// <param name="Hash">Its hash, hexadecimal, which stands for all rows before it.</param>
/// <param name="Count">Rows up to it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Previous">Signature of the seal before, so that none can be taken out; empty for the first.</param>
/// <param name="Signature">Of all the others, Base64.</param>
internal sealed record AuditSeal(long Id, string Hash, long Count, DateTimeOffset At, string Previous, string Signature)
{
    public byte[] ToSign() => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"CrimeInsight audit seal|{Id}|{Hash}|{Count}|{At.UtcDateTime:O}|{Previous}"));
}
