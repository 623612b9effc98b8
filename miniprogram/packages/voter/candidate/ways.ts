import { openCertificate, openPoster } from '../../../routes';

interface OfCandidate {
  pollId: string;
  candidateId: string;
}

/** Where a candidate's page leads to: what is made of it as a picture. */
export const ways = {
  toCertificate(this: OfCandidate): void {
    openCertificate(this.pollId, this.candidateId);
  },

  toPoster(this: OfCandidate): void {
    openPoster(this.pollId, { candidateId: this.candidateId });
  },
};
